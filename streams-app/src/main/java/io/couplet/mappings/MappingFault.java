package io.couplet.mappings;

import java.util.Comparator;

/**
 * One thing that is wrong in a mapping file, or in how files fit together.
 *
 * @param file the file's name
 * @param line counted from 1
 * @param column counted from 1
 * @param what what is wrong, with the word at fault
 * @param remedy what would be right
 */
public record MappingFault(String file, int line, int column, String what, String remedy)
        implements Comparable<MappingFault> {
    private static final Comparator<MappingFault> BY_PLACE = Comparator.comparing(MappingFault::file)
            .thenComparingInt(MappingFault::line)
            .thenComparingInt(MappingFault::column)
            .thenComparing(MappingFault::what)
            .thenComparing(MappingFault::remedy);

    @Override
    public int compareTo(MappingFault other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: {@code file:line:column: what; remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + "; " + remedy;
    }
}
