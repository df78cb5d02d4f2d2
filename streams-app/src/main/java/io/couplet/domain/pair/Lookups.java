package io.couplet.domain.pair;

import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Remembers which names a decision asked about: where it leads to nothing, another answer may change it. */
final class Lookups implements References {
    private final References references;
    private final SortedSet<Name> names = new TreeSet<>();

    Lookups(References references) {
        this.references = references;
    }

    @Override
    public @Nullable Answer lookup(Name name) {
        names.add(name);
        return references.lookup(name);
    }

    /** The names. */
    SortedSet<Name> names() {
        return names;
    }
}
