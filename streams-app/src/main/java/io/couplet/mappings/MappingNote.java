package io.couplet.mappings;

import java.util.Comparator;

/**
 * Something worth knowing of a mapping that is right, such as what its author accepts to be lost.
 *
 * @param file the file's name
 * @param line counted from 1
 * @param column counted from 1
 * @param what what is to be known
 */
public record MappingNote(String file, int line, int column, String what) implements Comparable<MappingNote> {
    private static final Comparator<MappingNote> BY_PLACE = Comparator.comparing(MappingNote::file)
            .thenComparingInt(MappingNote::line)
            .thenComparingInt(MappingNote::column)
            .thenComparing(MappingNote::what);

    @Override
    public int compareTo(MappingNote other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: {@code file:line:column: note: what}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": note: " + what;
    }
}
