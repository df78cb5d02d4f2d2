package io.couplet.mappings;

import io.couplet.contract.FileFault;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is wrong, so that a user sees it all at once. For one thread. */
final class Faults {
    private final SortedSet<FileFault> found = new TreeSet<>();

    /** Nothing is wrong so far. */
    Faults() {}

    /** Begins with what was found in other files. */
    Faults(List<FileFault> before) {
        found.addAll(before);
    }

    void add(Place place, String what, String remedy) {
        found.add(new FileFault(place.file(), place.line(), place.column(), what, remedy));
    }

    /** Throws {@link MappingFaults} where anything was found. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MappingFaults(List.copyOf(found));
        }
    }
}
