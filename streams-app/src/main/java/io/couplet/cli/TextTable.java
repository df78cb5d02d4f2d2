package io.couplet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rows in columns as wide as their widest cell. Columns of figures are set to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final Set<Integer> figures = new TreeSet<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A column whose title begins with {@code >} is set to the right. */
    TextTable(String... titles) {
        List<String> plain = new ArrayList<>();
        for (int column = 0; column < titles.length; column++) {
            boolean right = titles[column].startsWith(">");
            if (right) {
                figures.add(column);
            }
            plain.add(right ? titles[column].substring(1) : titles[column]);
        }
        this.titles = plain;
    }

    void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(column);
        }
        out.println(line(titles, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int width(int column) {
        int widest = titles.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(figures.contains(column) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }
}
