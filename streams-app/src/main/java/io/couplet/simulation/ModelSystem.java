package io.couplet.simulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Stored;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the two systems: tables of rows with versions, stamps and users, and a journal of everything it has stored. */
final class ModelSystem {
    /** The integration account, in both systems. */
    static final String ACCOUNT = "couplet";

    final Side side;
    private final Medium medium;
    private final Set<Automation> automations;
    private final Map<RecordRef, StoredRow> rows = new HashMap<>();
    private final Map<Table, List<RecordRef>> present = new EnumMap<>(Table.class);
    private final Set<RecordRef> createdByCommands = new HashSet<>();
    private final List<StoredRow> removed = new ArrayList<>();
    private final Map<Table, Integer> numbers = new EnumMap<>(Table.class);
    private final List<Stored> history = new ArrayList<>();
    private boolean lenient;
    private int answers;
    private long version = 100;

    /**
     * A system without rows.
     *
     * @param automations what the systems of its world do by themselves
     */
    ModelSystem(Side side, Medium medium, Set<Automation> automations) {
        this.side = side;
        this.medium = medium;
        this.automations = automations;
        for (Table table : Table.values()) {
            present.put(table, new ArrayList<>());
        }
    }

    /** The records that a table holds now, oldest first. */
    List<RecordRef> present(Table table) {
        return requireNonNull(present.get(table));
    }

    /** The rows that were removed, as they were, oldest first. */
    List<StoredRow> removed() {
        return removed;
    }

    @Nullable
    StoredRow row(RecordRef ref) {
        return rows.get(ref);
    }

    /** Whether a command, and no person, created the record. */
    boolean createdByCommand(RecordRef ref) {
        return createdByCommands.contains(ref);
    }

    /** Everything it has stored, in order. */
    List<Stored> history() {
        return history;
    }

    /** The administrator switches the rules by which it refuses values on or off. */
    void switchLenience() {
        lenient = !lenient;
    }

    /** Whether it does not store these values in a row. */
    boolean refuses(Table table, Map<String, Value> values) {
        if (lenient) {
            return false;
        }
        for (Map.Entry<String, Value> value : values.entrySet()) {
            Column column = table.column(value.getKey());
            if (column != null && column.refuses(value.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it keeps a row that somebody wants to remove: one that is marked with an exclamation mark anywhere. */
    boolean keeps(StoredRow row) {
        return !lenient
                && row.fields().values().stream()
                        .anyMatch(value -> value.toString().endsWith("!"));
    }

    StoredRow insert(String by, RecordRef ref, Map<String, Value> values, @Nullable String command) {
        Table table = Table.of(ref);
        Map<String, Value> fields = new HashMap<>();
        write(table, fields, values);
        table.numbered().ifPresent(column -> number(table, column, fields));
        if (automations.contains(Automation.TERMS) && table == Table.ACCOUNT) {
            fields.merge("paymenttermscode", Terms.OPTIONS.get(0), (typed, usual) -> typed.isBlank() ? usual : typed);
        }
        StoredRow row = new StoredRow(ref, Version.of(++version), by, by, medium.instant(), fields);
        present(table).add(ref);
        if (command != null) {
            createdByCommands.add(ref);
        }
        store(by, new Stored(row, null, command, typed(values, command)));
        return row;
    }

    StoredRow update(String by, RecordRef ref, Map<String, Value> values, @Nullable String command) {
        StoredRow before = requireNonNull(rows.get(ref));
        Map<String, Value> fields = new HashMap<>(before.fields());
        write(Table.of(ref), fields, values);
        StoredRow row = new StoredRow(ref, Version.of(++version), before.createdBy(), by, medium.instant(), fields);
        store(by, new Stored(row, before.version(), command, typed(values, command)));
        if (command != null && automations.contains(Automation.ANSWERS)) {
            answer(ref, values);
        }
        return row;
    }

    /** A program of the system's own cannot leave a number alone that was written by another program. */
    private void answer(RecordRef ref, Map<String, Value> written) {
        for (String phone : List.of("phoneNo", "telephone1")) {
            if (written.containsKey(phone)) {
                update(ACCOUNT, ref, Map.of(phone, Value.text(side.word() + ++answers)), null);
            }
        }
    }

    StoredRow delete(String by, RecordRef ref, @Nullable String command) {
        StoredRow before = requireNonNull(rows.remove(ref));
        present(Table.of(ref)).remove(ref);
        removed.add(before);
        Version gone = new Version(before.version().row(), true);
        StoredRow row = new StoredRow(ref, gone, before.createdBy(), by, medium.instant(), before.fields());
        store(by, new Stored(row, before.version(), command, Set.of()));
        return row;
    }

    private void write(Table table, Map<String, Value> fields, Map<String, Value> values) {
        for (Map.Entry<String, Value> value : values.entrySet()) {
            Column column = table.column(value.getKey());
            fields.put(value.getKey(), column == null ? value.getValue() : column.stored(value.getValue()));
        }
        Value postCode =
                automations.contains(Automation.CITIES) && table == Table.CUSTOMER ? values.get("postCode") : null;
        if (postCode != null && !postCode.isBlank()) {
            fields.put("city", Value.text("city of " + postCode));
        }
    }

    private void number(Table table, Column column, Map<String, Value> fields) {
        if (fields.getOrDefault(column.name(), Value.BLANK).isBlank()) {
            int number = numbers.merge(table, 1, Integer::sum);
            fields.put(column.name(), Value.text(table.name().charAt(0) + "0" + number));
        }
    }

    private static Set<String> typed(Map<String, Value> values, @Nullable String command) {
        return command == null ? values.keySet() : Set.of();
    }

    private void store(String by, Stored stored) {
        StoredRow row = stored.row();
        if (!row.version().deleted()) {
            rows.put(row.ref(), row);
        }
        history.add(stored);
        medium.topics.journal(side).add(stored, medium.now());
        medium.witness.stores(side, by, stored);
    }
}
