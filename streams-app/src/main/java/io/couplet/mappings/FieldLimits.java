package io.couplet.mappings;

import io.couplet.contract.EntityField;
import io.couplet.contract.FieldType;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a field can hold, and how its system stores what it is given, as far as the schema says so.
 *
 * @param type what its values are
 * @param code whether the system trims and upper-cases its texts
 * @param maxLength the longest text that it takes, in characters
 * @param precision how many digits a decimal number has at most
 * @param scale how many of them stand after the point; further ones are rounded
 * @param options the only numbers that it takes; empty where it takes any
 */
record FieldLimits(
        FieldType type, boolean code, OptionalInt maxLength, int precision, int scale, List<Integer> options) {

    /** Holds any text. */
    static final FieldLimits NONE = new FieldLimits(FieldType.STRING, false, OptionalInt.empty(), 0, 0, List.of());

    FieldLimits {
        options = List.copyOf(options);
    }

    /** The limits of a field, whose numbers of digits only its Avro form knows. */
    static FieldLimits of(EntityField field, Schema.@Nullable Field avro) {
        int precision = 0;
        int scale = 0;
        for (Schema type : avro == null ? List.<Schema>of() : avro.schema().getTypes()) {
            if (type.getLogicalType() instanceof LogicalTypes.Decimal digits) {
                precision = digits.getPrecision();
                scale = digits.getScale();
            }
        }
        return new FieldLimits(field.type(), field.code(), field.maxLength(), precision, scale, field.options());
    }

    /** The value as the system stores it, where it takes it. */
    Value stored(Value value) {
        if (code && value instanceof Value.Text text) {
            return Value.text(text.text().strip().toUpperCase(Locale.ROOT));
        } else if (value instanceof Value.Number number) {
            return Value.number(number.number().setScale(scale, RoundingMode.HALF_UP));
        } else if (value instanceof Value.Time time) {
            return new Value.Time(time.at().truncatedTo(ChronoUnit.MICROS));
        }
        return value;
    }

    /** Whether the system has such a value: not so for a number that is none of its options. */
    boolean knows(Value value) {
        return options.isEmpty()
                || !(value instanceof Value.Whole whole)
                || options.stream().anyMatch(option -> option == whole.number());
    }

    /** What the field holds at most, in words, if the value is beyond it; the system then refuses it. */
    Optional<String> exceededBy(Value value) {
        if (value instanceof Value.Text text && maxLength.isPresent()) {
            boolean longer = text.text().codePointCount(0, text.text().length()) > maxLength.getAsInt();
            return longer ? Optional.of(maxLength.getAsInt() + " characters") : Optional.empty();
        } else if (value instanceof Value.Whole whole && type == FieldType.INT) {
            boolean larger = whole.number() != (int) whole.number();
            return larger ? Optional.of("up to " + Integer.MAX_VALUE) : Optional.empty();
        } else if (value instanceof Value.Number number) {
            boolean larger = digitsBeforePoint(number.number()) > precision - scale;
            return larger ? Optional.of((precision - scale) + " digits before the point") : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether each value that a field of the other limits holds is held here as it is. */
    boolean hold(FieldLimits other) {
        boolean sameOptions = options.isEmpty() || (!other.options.isEmpty() && options.containsAll(other.options));
        return (!code || other.code) && scale >= other.scale && sameOptions;
    }

    private static int digitsBeforePoint(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale();
    }
}
