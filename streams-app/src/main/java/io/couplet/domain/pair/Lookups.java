package io.couplet.domain.pair;

import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers which names a decision asked about: where it leads to nothing, another answer may change it. */
final class Lookups implements References {
    private final References references;
    private final SortedMap<String, String> names = new TreeMap<>();

    Lookups(References references) {
        this.references = references;
    }

    @Override
    public @Nullable Answer lookup(String mapping, String about) {
        names.put(about, mapping);
        return references.lookup(mapping, about);
    }

    /** The names, with the mapping under which they are coupled. */
    SortedMap<String, String> names() {
        return names;
    }
}
