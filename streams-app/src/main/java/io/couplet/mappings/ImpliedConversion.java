package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What the language does by itself where two fields differ a little. */
final class ImpliedConversion {
    private ImpliedConversion() {}

    /** From one field to another, or nothing where only an expression can say how. */
    static Optional<Way> of(MappableField source, MappableField target) {
        if (source.kind() == target.kind()) {
            return Optional.of(Way.asTheyAre(source, target));
        }
        if (source.kind() == FieldKind.WHOLE && target.kind() == FieldKind.DECIMAL) {
            return Optional.of(new Way(
                    source, target, (value, references) -> new Conversion.Converted.To(toDecimal(value)), Set.of()));
        }
        if (source.kind() == FieldKind.DECIMAL && target.kind() == FieldKind.WHOLE) {
            return Optional.of(new Way(source, target, (value, references) -> toWhole(value), Set.of()));
        }
        return Optional.empty();
    }

    private static Value toDecimal(Value value) {
        return value instanceof Value.Whole whole ? Value.number(BigDecimal.valueOf(whole.number())) : value;
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
