package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import java.util.Set;

/**
 * How values go from one field to another.
 *
 * @param from the source's field
 * @param to the target's field
 * @param plain makes the target's value, before the target's system stores it in its own way
 * @param literals the texts, numbers and the like that stand in the expression, if there is one
 */
record Way(MappableField from, MappableField to, Conversion plain, Set<Object> literals) {

    /** Passes values on as they are. */
    static Way asTheyAre(MappableField from, MappableField to) {
        return new Way(from, to, Conversion.AS_IS, Set.of());
    }

    /**
     * Makes the value as the target will store it, so that what is written and what comes back compare equal: "de" for a field of the
     * ERP that upper-cases it is "DE".
     */
    Conversion conversion() {
        boolean keptAsIs = plain == Conversion.AS_IS && to.limits().hold(from.limits());
        return keptAsIs ? plain : (value, references) -> fitted(plain.convert(value, references));
    }

    private Conversion.Converted fitted(Conversion.Converted made) {
        if (!(made instanceof Conversion.Converted.To result)) {
            return made;
        }
        return to.limits().knows(result.value())
                ? new Conversion.Converted.To(to.limits().stored(result.value()))
                : new Conversion.Converted.Unknown("'" + to.name() + "' has no option " + result.value());
    }
}
