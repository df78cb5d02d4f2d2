package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;

/** Converts in tests. */
final class Converting {
    private Converting() {}

    /** The value made, with nothing known of other records. */
    static Value plainly(Conversion conversion, Value value) {
        return with(conversion, value, References.NONE);
    }

    static Value with(Conversion conversion, Value value, References references) {
        Conversion.Converted converted = conversion.convert(value, references);
        assertThat(converted).isInstanceOf(Conversion.Converted.To.class);
        return ((Conversion.Converted.To) converted).value();
    }

    static Value decimal(String number) {
        return Value.number(new BigDecimal(number));
    }
}
