package io.couplet.contract;

import java.util.Comparator;

/**
 * One thing that is wrong in a file that an administrator wrote.
 *
 * @param file the file's name
 * @param line counted from 1
 * @param column counted from 1
 * @param what what is wrong, with the word at fault
 * @param remedy what would be right
 */
public record FileFault(String file, int line, int column, String what, String remedy)
        implements Comparable<FileFault> {
    private static final Comparator<FileFault> BY_PLACE = Comparator.comparing(FileFault::file)
            .thenComparingInt(FileFault::line)
            .thenComparingInt(FileFault::column)
            .thenComparing(FileFault::what)
            .thenComparing(FileFault::remedy);

    @Override
    public int compareTo(FileFault other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: {@code file:line:column: what; remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + "; " + remedy;
    }
}
