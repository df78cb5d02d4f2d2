package io.couplet.mappings;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.couplet.contract.FieldType;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What kind of values a field holds, and as what expressions see them. */
enum FieldKind {
    TEXT("text", SimpleType.STRING),
    WHOLE("whole number", SimpleType.INT),
    DECIMAL("decimal number", SimpleType.DOUBLE),
    TRUTH("yes or no", SimpleType.BOOL),
    TIME("moment", SimpleType.TIMESTAMP),
    /** Expressions have no days: they see {@code 2026-01-31}, which compares as it should. */
    DAY("day", SimpleType.STRING);

    private final String words;
    private final CelType celType;

    FieldKind(String words, CelType celType) {
        this.words = words;
        this.celType = celType;
    }

    /** The name shown to users. */
    String words() {
        return words;
    }

    /** The type in expressions. */
    CelType celType() {
        return celType;
    }

    /** Whether an expression of this type may make values of this field. */
    boolean takes(CelType result) {
        return result.equals(celType) || (this == DECIMAL && result.equals(SimpleType.INT));
    }

    /** The value as expressions see it; a blank one is the type's zero, as in protobuf, so that comparing never fails. */
    Object toCel(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Whole whole) {
            return whole.number();
        } else if (value instanceof Value.Number number) {
            return number.number().doubleValue();
        } else if (value instanceof Value.Truth truth) {
            return truth.truth();
        } else if (value instanceof Value.Time time) {
            return time.at();
        } else if (value instanceof Value.Day day) {
            return day.day().toString();
        }
        return zero();
    }

    private Object zero() {
        return switch (this) {
            case TEXT, DAY -> "";
            case WHOLE -> 0L;
            case DECIMAL -> 0.0;
            case TRUTH -> false;
            case TIME -> Instant.EPOCH;
        };
    }

    /** What an expression made, as a value of this field. Throws {@link RuntimeException} where it is none, such as the day 2026-02-31. */
    Value fromCel(Object result) {
        return switch (this) {
            case TEXT -> Value.text((String) result);
            case WHOLE -> Value.whole((Long) result);
            case DECIMAL ->
                Value.number(
                        result instanceof Long whole ? BigDecimal.valueOf(whole) : BigDecimal.valueOf((Double) result));
            case TRUTH -> Value.truth((Boolean) result);
            case TIME -> new Value.Time((Instant) result);
            case DAY -> ((String) result).isEmpty() ? Value.BLANK : new Value.Day(LocalDate.parse((String) result));
        };
    }

    /** A value written in a mapping file. Throws {@link RuntimeException} where it is none of this type. */
    Value parse(String text) {
        return switch (this) {
            case TEXT -> Value.text(text);
            case WHOLE -> Value.whole(Long.parseLong(text));
            case DECIMAL -> Value.number(new BigDecimal(text));
            case TRUTH -> Value.truth(truth(text));
            case TIME -> new Value.Time(Instant.parse(text));
            case DAY -> new Value.Day(LocalDate.parse(text));
        };
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    /** The kind of a field of an entity record. */
    static FieldKind of(FieldType type) {
        return switch (type) {
            case STRING -> TEXT;
            case BOOLEAN -> TRUTH;
            case INT, LONG -> WHOLE;
            case DECIMAL -> DECIMAL;
            case TIMESTAMP -> TIME;
            case DATE -> DAY;
        };
    }
}
