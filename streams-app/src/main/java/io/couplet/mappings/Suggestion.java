package io.couplet.mappings;

import java.util.Collection;
import java.util.Optional;

/** What the author of a mapping file probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** As {@link io.couplet.contract.Suggestion#forWord}. */
    static String forWord(String word, Collection<String> known) {
        return io.couplet.contract.Suggestion.forWord(word, known);
    }

    /** As {@link io.couplet.contract.Suggestion#near}. */
    static Optional<String> near(String word, Collection<String> known) {
        return io.couplet.contract.Suggestion.near(word, known);
    }
}
