package io.couplet.mappings;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What may become of a value that goes to the other side and comes back, other than that it is the same. */
enum Loss {
    /** The other side has no such value: it stays where it is and is listed as drift. */
    UNKNOWN,
    /** It comes back as another value. */
    ALTERED,
    /** It comes back as another value each time. */
    ENDLESS;

    /** The word that accepts these losses; there is none for {@link #ENDLESS}. */
    static String word(Collection<Loss> losses) {
        Set<Loss> acceptable = EnumSet.of(UNKNOWN, ALTERED);
        acceptable.retainAll(losses);
        return acceptable.size() == 2
                ? "any"
                : Choices.word(acceptable.iterator().next());
    }
}
