package io.couplet.connectors.apply;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.contract.Command;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Operation;
import io.couplet.contract.binding.RowsBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes writes of commands, and statements' worth of writes. */
final class WritePlan {

    private final BoundSystem system;
    private final Map<BoundTable, TargetTable> tables;

    WritePlan(BoundSystem system, Map<BoundTable, TargetTable> tables) {
        this.system = system;
        this.tables = tables;
    }

    /**
     * The write that a command asks for.
     *
     * @throws RejectedException if it names something that is not there
     */
    Write write(int index, Command command) throws RejectedException {
        BoundTable bound = system.tableOfRef(command.getTarget())
                .orElseThrow(() -> new RejectedException("no table is bound to " + command.getTarget()));
        TargetTable table = tables.get(bound);
        String id = command.getTarget().substring(bound.refPrefix().length());
        if (table == null || !Write.isId(id)) {
            throw new RejectedException(command.getTarget() + " does not name a record of this system");
        }
        if (command.getOp() != Operation.CREATE && command.getExpectedVersion() == null) {
            throw new RejectedException("the command does not say which version of the record it means");
        }
        List<RowsWrite> rows = rows(command, table);
        return new Write(index, command, table, id, values(command, table), rows);
    }

    /** Ordered by column, so that commands for the same fields meet in one statement in whatever order they name them. */
    private static Map<String, @Nullable String> values(Command command, TargetTable table) throws RejectedException {
        Map<String, @Nullable String> values = new TreeMap<>();
        if (command.getOp() == Operation.DELETE) {
            return values;
        }
        for (FieldWrite field : command.getFields()) {
            if (table.table().entity().rows().containsKey(field.getField())) {
                continue;
            }
            TargetColumn column = table.writable(field.getField());
            // The row's id is in the target's reference.
            if (!column.name().equals(table.table().entity().id())) {
                values.put(
                        column.name(),
                        column.text(field.getValue(), table.table().blank()));
            }
        }
        if (values.isEmpty() && command.getOp() == Operation.UPDATE) {
            throw new RejectedException("the command changes nothing");
        }
        return values;
    }

    private List<RowsWrite> rows(Command command, TargetTable record) throws RejectedException {
        List<RowsWrite> rows = new ArrayList<>();
        for (FieldWrite field : command.getFields()) {
            RowsBinding binding = record.table().entity().rows().get(field.getField());
            if (binding == null || field.getValue() == null) {
                continue;
            }
            if (command.getOp() != Operation.CREATE) {
                throw new RejectedException(
                        field.getField() + " of " + record.table().entityName()
                                + " are written with the record and not changed later; change them in the "
                                + system.name());
            }
            TargetTable table = system.besides(record.table(), binding.entity())
                    .map(tables::get)
                    .orElseThrow(() -> new RejectedException("no table is bound to " + binding.entity()));
            rows.add(RowsWrite.of(record, table, binding, field.getValue().toString()));
        }
        return rows;
    }

    /**
     * Splits writes into statements' worth. Two writes of the same record never meet in one statement, and the later one
     * comes in a later statement.
     */
    static List<List<Write>> statements(List<Write> writes) {
        List<Map<Write.Group, List<Write>>> waves = new ArrayList<>();
        Map<String, Integer> waveOfTarget = new HashMap<>();
        for (Write write : writes) {
            int wave = waveOfTarget.merge(write.command().getTarget(), 0, (before, none) -> before + 1);
            if (wave == waves.size()) {
                waves.add(new LinkedHashMap<>());
            }
            waves.get(wave)
                    .computeIfAbsent(write.group(), unknown -> new ArrayList<>())
                    .add(write);
        }
        return waves.stream().map(Map::values).flatMap(Collection::stream).toList();
    }
}
