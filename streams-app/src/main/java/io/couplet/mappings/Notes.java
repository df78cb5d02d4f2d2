package io.couplet.mappings;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is worth knowing of mappings that are right. For one thread. */
final class Notes {
    private final SortedSet<MappingNote> found = new TreeSet<>();

    void add(Place place, String what) {
        found.add(new MappingNote(place.file(), place.line(), place.column(), what));
    }

    List<MappingNote> all() {
        return List.copyOf(found);
    }
}
