package io.couplet.formersimulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of the two systems: rows with versions, stamps and users; it upper-cases postal codes (ERP) and assigns numbers, as the real ones do,
 * and remembers the commands that it has carried out.
 */
final class ModelSystem {
    static final String ACCOUNT = "couplet";

    /**
     * One version of a row, as captured.
     *
     * @param row the row as stored
     * @param previous the version before it
     */
    record Captured(StoredRow row, @Nullable Long previous) {}

    final Side side;
    final Map<RecordRef, StoredRow> rows = new TreeMap<>();
    final List<Captured> history = new ArrayList<>();
    final Map<String, Integer> effects = new HashMap<>();
    private final Map<String, StoredRow> memory = new HashMap<>();
    private final boolean ownWritesLeftOut;
    private final Consumer<Captured> capture;
    private long sequence = 100;
    private int number;

    /**
     * A system without rows.
     *
     * @param ownWritesLeftOut whether what commands write is not captured, as with a replication origin
     */
    ModelSystem(Side side, boolean ownWritesLeftOut, Consumer<Captured> capture) {
        this.side = side;
        this.ownWritesLeftOut = ownWritesLeftOut;
        this.capture = capture;
    }

    StoredRow insert(String user, RecordRef ref, Map<String, Value> fields, Instant at) {
        Map<String, Value> stored = new HashMap<>(fields);
        String key = ref.entity().equals("erp/customer") ? "no" : ref.entity().equals("erp/salesperson") ? "code" : "";
        if (!key.isEmpty() && stored.getOrDefault(key, Value.BLANK).isBlank()) {
            stored.put(key, Value.text("N" + ++number));
        }
        return store(new StoredRow(ref, Version.of(++sequence), user, user, at, normalised(stored)), null);
    }

    StoredRow update(String user, RecordRef ref, Map<String, Value> changes, Instant at) {
        StoredRow before = requireNonNull(rows.get(ref));
        Map<String, Value> stored = new HashMap<>(before.fields());
        stored.putAll(changes);
        return store(
                new StoredRow(ref, Version.of(++sequence), before.createdBy(), user, at, normalised(stored)),
                before.version().row());
    }

    void delete(RecordRef ref, Instant at) {
        StoredRow before = requireNonNull(rows.remove(ref));
        Version gone = new Version(before.version().row(), true);
        publish(new Captured(
                new StoredRow(ref, gone, before.createdBy(), null, at, Map.of()),
                before.version().row()));
    }

    Result apply(Command command, Instant at) {
        StoredRow row = rows.get(command.target());
        StoredRow remembered = memory.get(command.id());
        if (remembered != null) {
            return new Result(command, CommandOutcome.APPLIED, remembered, null, at);
        }
        Map<String, Value> values = new HashMap<>();
        command.fields().forEach(write -> values.put(write.field(), write.value()));
        if (command.op() == Command.Operation.CREATE) {
            if (row != null) {
                return new Result(command, CommandOutcome.EXISTS, row, null, at);
            }
            values.values().removeIf(Value::isBlank);
            row = insert(ACCOUNT, command.target(), values, at);
        } else if (row == null) {
            return new Result(command, CommandOutcome.NOT_FOUND, null, null, at);
        } else if (!row.version().equals(command.expected())) {
            return new Result(command, CommandOutcome.STALE, row, null, at);
        } else if (values.values().stream().anyMatch(value -> value.toString().contains("refused"))) {
            return new Result(command, CommandOutcome.REJECTED, null, "the value is refused", at);
        } else {
            row = update(ACCOUNT, command.target(), values, at);
        }
        memory.put(command.id(), row);
        effects.merge(command.id(), 1, Integer::sum);
        return new Result(command, CommandOutcome.APPLIED, row, null, at);
    }

    Value normalised(String field, Value value) {
        return side == Side.ERP && field.equals("postCode")
                ? Value.text(value.toString().toUpperCase(Locale.ROOT))
                : value;
    }

    private Map<String, Value> normalised(Map<String, Value> fields) {
        fields.replaceAll((field, value) -> value.isBlank() ? value : normalised(field, value));
        return fields;
    }

    private StoredRow store(StoredRow row, @Nullable Long previous) {
        rows.put(row.ref(), row);
        publish(new Captured(row, previous));
        return row;
    }

    private void publish(Captured captured) {
        history.add(captured);
        if (!ownWritesLeftOut || !ACCOUNT.equals(captured.row().modifiedBy())) {
            capture.accept(captured);
        }
    }
}
