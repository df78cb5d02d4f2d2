package io.couplet.connectors.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field, and the one form in which its values travel through this process: text as String (never empty),
 * whole numbers as Integer and Long, decimals as BigDecimal, times as Long in microseconds since the epoch, days as
 * Integer since the epoch; blank is null.
 */
public enum FieldKind {
    /** Text, also the text form of a UUID. */
    TEXT,
    /** Yes or no. */
    BOOLEAN,
    /** A whole number of 32 bits, also the value of an option. */
    INT,
    /** A whole number of 64 bits. */
    LONG,
    /** A decimal number. */
    DECIMAL,
    /** A moment. */
    TIME,
    /** A calendar day. */
    DATE;

    /** Digits after the point of every decimal field; the contracts give all of them the same scale. */
    static final int SCALE = 10;

    private static final long MICROS = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    /** The kind of a field of an entity's record. */
    public static FieldKind of(Schema schema) {
        Schema type = schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
        return switch (type.getType()) {
            case STRING -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case INT -> type.getLogicalType() instanceof LogicalTypes.Date ? DATE : INT;
            case LONG -> type.getLogicalType() instanceof LogicalTypes.TimestampMicros ? TIME : LONG;
            case BYTES -> DECIMAL;
            default -> throw new IllegalArgumentException("a field cannot have the type " + type);
        };
    }

    /**
     * A value as a database or its driver gave it, in the form in which it travels.
     *
     * @throws BadValueException if it is not a value of this kind
     */
    public @Nullable Object canonical(@Nullable Object physical) {
        if (physical == null) {
            return null;
        }
        try {
            return switch (this) {
                case TEXT -> text(physical);
                case BOOLEAN -> physical instanceof Boolean ? physical : (Object) bool(physical.toString());
                case INT ->
                    physical instanceof Integer
                            ? physical
                            : (Object) decimal(physical).intValueExact();
                case LONG ->
                    physical instanceof Long
                            ? physical
                            : (Object) decimal(physical).longValueExact();
                case DECIMAL -> rounded(decimal(physical));
                case TIME -> time(physical);
                case DATE -> day(physical);
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeParseException notThat) {
            // The value itself is personal data and stays out of the message.
            throw new BadValueException("is not a value of the type " + this, notThat);
        }
    }

    private static @Nullable Object text(Object physical) {
        String text = physical.toString();
        return text.isEmpty() ? null : text;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new NumberFormatException("neither true nor false");
        };
    }

    private static BigDecimal decimal(Object physical) {
        return physical instanceof BigDecimal decimal ? decimal : new BigDecimal(physical.toString());
    }

    /**
     * Digits after the tenth place are rounded half to even: the contracts carry no more, and everything that is read
     * passes through here, so that a value always compares with itself.
     */
    private static BigDecimal rounded(BigDecimal decimal) {
        return decimal.scale() > SCALE ? decimal.setScale(SCALE, RoundingMode.HALF_EVEN) : decimal;
    }

    private static Object time(Object physical) {
        if (physical instanceof Long) {
            return physical;
        }
        if (physical instanceof Timestamp timestamp) {
            return micros(timestamp.toInstant());
        }
        if (physical instanceof OffsetDateTime time) {
            return micros(time.toInstant());
        }
        if (physical instanceof LocalDateTime time) {
            return micros(time.toInstant(ZoneOffset.UTC));
        }
        String text = physical.toString();
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return micros(
                zoned
                        ? ZonedDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    }

    /** Microseconds since the epoch. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / NANOS_PER_MICRO;
    }

    /** The moment of a number of microseconds since the epoch. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Object day(Object physical) {
        if (physical instanceof Integer) {
            return physical;
        }
        if (physical instanceof Date date) {
            return (int) date.toLocalDate().toEpochDay();
        }
        return (int) LocalDate.parse(physical.toString()).toEpochDay();
    }

    /** A travelling value as Avro's generic writer takes it. */
    @Nullable
    Object avro(@Nullable Object value) {
        if (this == DECIMAL && value instanceof BigDecimal decimal) {
            return ByteBuffer.wrap(decimal.setScale(SCALE).unscaledValue().toByteArray());
        }
        return value;
    }
}
