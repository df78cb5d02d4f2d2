package io.couplet.local.cli;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints the rows of a query in columns as wide as their widest value. */
final class ResultTable {
    private ResultTable() {}

    static void print(ResultSet rows, PrintWriter out) throws SQLException {
        List<List<String>> table = read(rows);
        int[] widths = widths(table);
        out.println(line(table.get(0), widths));
        out.println(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")));
        table.stream().skip(1).forEach(row -> out.println(line(row, widths)));
        int count = table.size() - 1;
        out.println(count == 1 ? "(1 row)" : "(" + count + " rows)");
    }

    private static List<List<String>> read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<List<String>> table = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            titles.add(meta.getColumnLabel(column));
        }
        table.add(titles);
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                String value = rows.getString(column);
                row.add(value == null ? "" : value.replace("\n", " "));
            }
            table.add(row);
        }
        return table;
    }

    private static int[] widths(List<List<String>> table) {
        return IntStream.range(0, table.get(0).size())
                .map(column -> table.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | "))
                .stripTrailing();
    }
}
