package io.couplet.connectors.apply;

import static io.couplet.connectors.binding.BoundTable.quote;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One statement for many writes of one kind: it writes the rows whose version is the expected one, remembers the commands
 * that had an effect together with the row as stored, and returns both. Values travel as arrays of text and are cast in
 * the database, so that the text of the statement depends on the kind of write alone.
 */
final class WriteStatement {

    private final Write.Group group;
    private final String sql;

    WriteStatement(Write.Group group) {
        this.group = group;
        this.sql = "WITH v AS (" + given() + "), w AS (" + write() + " RETURNING "
                + group.table().columnList("t.") + "), m AS (" + remember() + ") SELECT v.command, "
                + group.table().columnList("w.") + " FROM w JOIN v ON v.id = w." + idColumn();
    }

    private String given() {
        String values = IntStream.range(0, group.columns().size())
                .mapToObj(i -> ", g.f" + i + "::"
                        + group.table().column(group.columns().get(i)).type() + " AS f" + i)
                .collect(Collectors.joining());
        String arrays = ", ?::text[]".repeat(group.columns().size());
        String names = IntStream.range(0, group.columns().size())
                .mapToObj(i -> ", f" + i)
                .collect(Collectors.joining());
        return "SELECT g.command, g.coupling, g.target, g.id::"
                + group.table().id().type() + " AS id, g.expected, g.carried, g.content"
                + values + " FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::uuid[]"
                + arrays
                + ") AS g(command, coupling, target, id, expected, carried, content" + names + ")";
    }

    private String write() {
        return switch (group.op()) {
            case CREATE -> insert();
            case UPDATE -> update();
            case DELETE -> delete();
        };
    }

    /** A create that was carried out before must not be again, not even when its row has been removed since. */
    private String insert() {
        String columns =
                group.columns().stream().map(name -> ", " + quote(name)).collect(Collectors.joining());
        String values = IntStream.range(0, group.columns().size())
                .mapToObj(i -> ", v.f" + i)
                .collect(Collectors.joining());
        return "INSERT INTO " + tableName() + " AS t (" + idColumn() + columns + ") SELECT v.id" + values
                + " FROM v WHERE NOT EXISTS (SELECT FROM couplet.applied_command a WHERE a.id = v.command)"
                + " ON CONFLICT (" + idColumn() + ") DO NOTHING";
    }

    private String update() {
        String sets = IntStream.range(0, group.columns().size())
                .mapToObj(i -> quote(group.columns().get(i)) + " = v.f" + i)
                .collect(Collectors.joining(", "));
        return "UPDATE " + tableName() + " AS t SET " + sets + " FROM v WHERE " + sameRowAndVersion();
    }

    private String delete() {
        return "DELETE FROM " + tableName() + " AS t USING v WHERE " + sameRowAndVersion();
    }

    private String sameRowAndVersion() {
        return "t." + idColumn() + " = v.id AND t." + versionColumn() + " = v.expected";
    }

    private String remember() {
        return "INSERT INTO couplet.applied_command (id, coupling, target, op, outcome_version, row, carried, content)"
                + " SELECT v.command, v.coupling, v.target, '" + group.op() + "', w." + versionColumn()
                + ", to_jsonb(w), v.carried, v.content FROM w JOIN v ON v.id = w." + idColumn();
    }

    private String tableName() {
        return group.table().table().quotedName();
    }

    private String idColumn() {
        return quote(group.table().table().entity().id());
    }

    private String versionColumn() {
        return quote(group.table().table().entity().version());
    }

    /**
     * Executes the statement.
     *
     * @param writes all of this statement's group, each for another record
     * @return the row of each command that had an effect, by the command's id
     */
    Map<String, @Nullable Object[]> execute(Connection connection, List<Write> writes) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            texts(connection, arrays, writes, write -> write.command().getId());
            texts(connection, arrays, writes, write -> write.command().getCoupling());
            texts(connection, arrays, writes, write -> write.command().getTarget());
            texts(connection, arrays, writes, Write::id);
            Object[] expected = writes.stream()
                    .map(write -> write.command().getExpectedVersion())
                    .toArray();
            arrays.add(connection.createArrayOf("bigint", expected));
            arrays.add(connection.createArrayOf(
                    "bytea", writes.stream().map(Carried::bytes).toArray(byte[][]::new)));
            arrays.add(connection.createArrayOf(
                    "uuid",
                    writes.stream()
                            .map(write -> Refusals.content(write.command()))
                            .toArray()));
            for (String column : group.columns()) {
                texts(connection, arrays, writes, write -> write.values().get(column));
            }
            for (int i = 0; i < arrays.size(); i++) {
                statement.setArray(i + 1, arrays.get(i));
            }
            return rows(statement);
        } finally {
            for (Array array : arrays) {
                array.free();
            }
        }
    }

    private static void texts(
            Connection connection, List<Array> arrays, List<Write> writes, Function<Write, @Nullable String> value)
            throws SQLException {
        arrays.add(connection.createArrayOf("text", writes.stream().map(value).toArray()));
    }

    private Map<String, @Nullable Object[]> rows(PreparedStatement statement) throws SQLException {
        Map<String, @Nullable Object[]> rows = new HashMap<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.put(result.getString(1), StoredRows.read(group.table(), result, 2));
            }
        }
        return rows;
    }
}
