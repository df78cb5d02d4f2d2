package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Value;

/**
 * One conversion after the other: the second gets what the first makes, and is not asked where that makes nothing.
 *
 * @param first makes the value to go on with, such as a business key
 * @param second makes the target's value of it, such as the id that belongs to the key
 */
record Then(Conversion first, Conversion second) implements Conversion {

    @Override
    public boolean readsBlank() {
        return second.readsBlank();
    }

    @Override
    public Converted convert(Value value, References references) {
        Converted made = first.convert(value, references);
        return made instanceof Converted.To to ? second.convert(to.value(), references) : made;
    }
}
