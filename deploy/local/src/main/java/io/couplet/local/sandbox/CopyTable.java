package io.couplet.local.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for one table, entered by several people at the speed of COPY. Each person's rows are written in that person's
 * name, so that rights, rules and stamps are those of everyday work. Not for use by several threads.
 *
 * @param <T> what a row is made from
 */
final class CopyTable<T> {
    private final String table;
    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();

    CopyTable(String table) {
        this.table = table;
    }

    CopyTable<T> column(String name, Function<T, @Nullable Object> value) {
        columns.put(name, value);
        return this;
    }

    /** Writes the rows; everybody enters some of them. The connection is a superuser's, and is one again afterwards. */
    void insert(Connection connection, List<T> rows) throws SQLException, IOException {
        Map<String, StringBuilder> linesByLogin = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            append(linesByLogin.computeIfAbsent(Logins.entering(i), login -> new StringBuilder()), rows.get(i));
        }
        for (Map.Entry<String, StringBuilder> entry : linesByLogin.entrySet()) {
            try (Impersonation someone = Impersonation.of(connection, entry.getKey())) {
                someone.connection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(statement(), new StringReader(entry.getValue().toString()));
            }
        }
    }

    private String statement() {
        String names = columns.keySet().stream().map(CopyTable::quoted).collect(Collectors.joining(", "));
        return "COPY " + quoted(table) + " (" + names + ") FROM STDIN";
    }

    private void append(StringBuilder lines, T row) {
        String separator = "";
        for (Function<T, @Nullable Object> value : columns.values()) {
            lines.append(separator).append(field(value.apply(row)));
            separator = "\t";
        }
        lines.append('\n');
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        return value.toString()
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
