package io.couplet.connectors.apply;

import static io.couplet.connectors.binding.BoundTable.quote;

import io.couplet.connectors.row.RowShape;
import io.couplet.contract.Command;
import io.couplet.contract.Operation;
import io.couplet.contract.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out why writes had no effect: they had it before, or the record is not as the command expects. */
final class LookUps {

    /**
     * What is remembered of a command that took effect.
     *
     * @param row as it was stored, as JSON
     * @param carried the command, null where its id says what it carried
     */
    private record Memory(String row, @Nullable Command carried) {}

    private LookUps() {}

    /** The answers to writes of one table that had no effect, in their order. */
    static List<Answer> explain(Connection connection, TargetTable table, List<Write> writes) throws SQLException {
        Map<String, Memory> remembered = remembered(connection, writes);
        Map<String, @Nullable Object[]> current = current(connection, table, writes);
        return writes.stream()
                .map(write -> {
                    Memory memory = remembered.get(write.command().getId());
                    return memory == null ? fromCurrent(write, current.get(write.id())) : fromMemory(write, memory);
                })
                .toList();
    }

    /** The answer to a command that took effect before, null where it did not. */
    static @Nullable Answer remembered(Connection connection, Write write) throws SQLException {
        Memory memory =
                remembered(connection, List.of(write)).get(write.command().getId());
        return memory == null ? null : fromMemory(write, memory);
    }

    private static Answer fromMemory(Write write, Memory memory) {
        @Nullable Object[] row = StoredRows.remembered(write.table(), memory.row());
        boolean deleted = write.command().getOp() == Operation.DELETE;
        Command carried = memory.carried();
        return Answer.remembered(
                StoredRows.of(write.table().shape(), row, deleted), carried == null ? write.command() : carried);
    }

    private static Answer fromCurrent(Write write, @Nullable Object @Nullable [] row) {
        Command command = write.command();
        RowShape shape = write.table().shape();
        boolean create = command.getOp() == Operation.CREATE;
        if (row == null) {
            return create ? suppressed() : Answer.notFound();
        }
        if (create) {
            return Answer.with(Outcome.EXISTS, StoredRows.of(shape, row, false));
        }
        Long expected = command.getExpectedVersion();
        return expected != null && expected == shape.version(row)
                ? suppressed()
                : Answer.with(Outcome.STALE, StoredRows.of(shape, row, false));
    }

    /** Nothing was in the way, and still nothing was written: a trigger has swallowed it. */
    private static Answer suppressed() {
        return Answer.rejected("the system took the write and did nothing; a rule of its own suppresses it");
    }

    private static Map<String, Memory> remembered(Connection connection, List<Write> writes) throws SQLException {
        Map<String, Memory> rows = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, row, carried FROM couplet.applied_command WHERE id = ANY (?) AND refusal IS NULL")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            writes.stream()
                                    .map(write -> write.command().getId())
                                    .toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getString(1), new Memory(result.getString(2), Carried.read(result.getBytes(3))));
                }
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object[]> current(Connection connection, TargetTable table, List<Write> writes)
            throws SQLException {
        Map<String, @Nullable Object[]> rows = new HashMap<>();
        String sql =
                "SELECT " + table.columnList("t.") + " FROM " + table.table().quotedName() + " AS t WHERE t."
                        + quote(table.id().name()) + " = ANY (?::" + table.id().type() + "[])";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", writes.stream().map(Write::id).toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    @Nullable Object[] row = StoredRows.read(table, result, 1);
                    rows.put(table.shape().id(row), row);
                }
            }
        }
        return rows;
    }
}
