package io.couplet.domain.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The fields of one side of a mapping in alphabetical order; gives each its place in {@link Fields}. Immutable. */
public final class FieldNames {
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    /** Sorts the names and drops repetitions. */
    public FieldNames(Collection<String> names) {
        this.names = names.stream().distinct().sorted().toArray(String[]::new);
        for (int place = 0; place < this.names.length; place++) {
            places.put(this.names[place], place);
        }
    }

    /** The place of a field, or -1 where it is not among these. */
    public int indexOf(String name) {
        return places.getOrDefault(name, -1);
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
