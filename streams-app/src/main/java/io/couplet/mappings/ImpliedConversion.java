package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What the language does by itself where two fields differ a little. */
final class ImpliedConversion {
    private ImpliedConversion() {}

    /** From one type to another, or nothing where only an expression can say how. */
    static Optional<Conversion> of(MappableField source, MappableField target) {
        if (source.kind() == target.kind()) {
            return Optional.of(target.code() && !source.code() ? ImpliedConversion::toCode : Conversion.AS_IS);
        }
        if (source.kind() == FieldKind.WHOLE && target.kind() == FieldKind.DECIMAL) {
            return Optional.of((value, references) -> new Conversion.Converted.To(
                    value instanceof Value.Whole whole ? Value.number(BigDecimal.valueOf(whole.number())) : value));
        }
        if (source.kind() == FieldKind.DECIMAL && target.kind() == FieldKind.WHOLE) {
            return Optional.of((value, references) -> toWhole(value));
        }
        return Optional.empty();
    }

    /** As the ERP does with its code fields, so that "de" and "DE" are agreement and no edit. */
    private static Conversion.Converted toCode(Value value, Object references) {
        return new Conversion.Converted.To(code(value));
    }

    /** The value as a code field keeps it. */
    static Value code(Value value) {
        return value instanceof Value.Text text ? Value.text(text.text().strip().toUpperCase(Locale.ROOT)) : value;
    }

    private static Conversion.Converted toWhole(Value value) {
        if (!(value instanceof Value.Number number)) {
            return new Conversion.Converted.To(value);
        }
        try {
            return new Conversion.Converted.To(Value.whole(number.number().longValueExact()));
        } catch (ArithmeticException e) {
            return new Conversion.Converted.Unknown(
                    "a number with decimals does not go into a field for whole numbers");
        }
    }
}
