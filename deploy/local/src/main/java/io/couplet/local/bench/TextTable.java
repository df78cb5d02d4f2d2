package io.couplet.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines in columns: the first one to the left, the others to the right, all as wide as needed. */
final class TextTable {
    private final List<List<String>> lines = new ArrayList<>();

    TextTable line(List<String> cells) {
        lines.add(List.copyOf(cells));
        return this;
    }

    /** The table with a line feed after each line. Lines may have fewer cells than others. */
    String text() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return lines.stream().map(line -> render(line, widths) + "\n").collect(Collectors.joining());
    }

    private int width(int column) {
        return lines.stream()
                .filter(line -> line.size() > column)
                .mapToInt(line -> line.get(column).length())
                .max()
                .orElse(0);
    }

    private static String render(List<String> line, int[] widths) {
        return IntStream.range(0, line.size())
                .mapToObj(column -> pad(line.get(column), widths[column], column == 0))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String pad(String cell, int width, boolean left) {
        String blanks = " ".repeat(width - cell.length());
        return left ? cell + blanks : blanks + cell;
    }
}
