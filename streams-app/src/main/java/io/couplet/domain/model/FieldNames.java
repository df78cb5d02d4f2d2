package io.couplet.domain.model;

import java.util.Arrays;
import java.util.Collection;

/** The fields of one side of a mapping in alphabetical order; gives each its place in {@link Fields}. Immutable. */
public final class FieldNames {
    private final String[] names;

    /** Sorts the names and drops repetitions. */
    public FieldNames(Collection<String> names) {
        this.names = names.stream().distinct().sorted().toArray(String[]::new);
    }

    /** The place of a field, or -1 where it is not among these. */
    public int indexOf(String name) {
        int index = Arrays.binarySearch(names, name);
        return Math.max(index, -1);
    }

    /** How many fields there are. */
    public int size() {
        return names.length;
    }

    /** The name at a place. */
    public String name(int index) {
        return names[index];
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof FieldNames that && Arrays.equals(names, that.names));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }
}
