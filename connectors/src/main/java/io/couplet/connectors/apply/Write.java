package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command in terms of its table.
 *
 * @param index place of the command among those that were brought together
 * @param command the command
 * @param table where its record lives
 * @param id of the row
 * @param values text by column, in the order of the columns' names
 * @param rows what is written with the record
 */
record Write(
        int index,
        Command command,
        TargetTable table,
        String id,
        Map<String, @Nullable String> values,
        List<RowsWrite> rows) {

    Write {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        rows = List.copyOf(rows);
    }

    /** Which writes one statement can carry. */
    record Group(Operation op, TargetTable table, List<String> columns) {}

    /** Whether capture is to show it. */
    boolean isShown() {
        return table.table().entity().ownWrites().show(command.getOp());
    }

    Group group() {
        return new Group(command.getOp(), table, List.copyOf(values.keySet()));
    }

    /** Whether the id is one that a row can have. */
    static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
