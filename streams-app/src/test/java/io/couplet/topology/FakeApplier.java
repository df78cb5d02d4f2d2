package io.couplet.topology;

import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.EntityField;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Operation;
import io.couplet.contract.Outcome;
import io.couplet.contract.StoredRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries commands out in a {@link FakeSystem}: on the version that they expect, and once. What was refused may be tried again. */
final class FakeApplier {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeSystem system;
    private final String account;
    private final Map<String, StoredRow> carriedOut = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private boolean lenient;

    /**
     * An applier that has carried nothing out.
     *
     * @param account as whom it writes
     */
    FakeApplier(FakeSystem system, String account) {
        this.system = system;
        this.account = account;
    }

    /** All writes to a reference that holds this text are refused from now on. */
    void refuse(String part) {
        refusals.add(part);
    }

    /** Nothing is refused for its reference any more. */
    void acceptAll() {
        refusals.clear();
    }

    /** The administrator switches the rules by which values are refused off, or on again. */
    void switchLenience() {
        lenient = !lenient;
    }

    /** Carries a command out, or not. */
    CommandResult apply(Command command) {
        StoredRow before = carriedOut.get(command.getId());
        if (before != null) {
            return new CommandResult(command, Outcome.APPLIED, before, null, true, START);
        }
        FakeRow row = system.find(command.getTarget());
        Outcome outcome = judge(command, row);
        if (outcome != Outcome.APPLIED) {
            return result(command, outcome, row == null ? null : row.result(false), null);
        }
        Map<String, Object> values = values(command);
        String refusal = refusal(command.getTarget(), values);
        if (refusal != null) {
            return result(command, Outcome.REJECTED, null, refusal);
        }
        StoredRow stored = carryOut(command, row, values);
        carriedOut.put(command.getId(), stored);
        return result(command, Outcome.APPLIED, stored, null);
    }

    private static Outcome judge(Command command, @Nullable FakeRow row) {
        if (command.getOp() == Operation.CREATE) {
            return row == null ? Outcome.APPLIED : Outcome.EXISTS;
        } else if (row == null) {
            return Outcome.NOT_FOUND;
        }
        return Long.valueOf(row.version()).equals(command.getExpectedVersion()) ? Outcome.APPLIED : Outcome.STALE;
    }

    private @Nullable String refusal(String target, Map<String, Object> values) {
        if (refusals.stream().anyMatch(target::contains)) {
            return "not this one";
        }
        FakeRow row = system.find(target);
        for (Map.Entry<String, Object> each : values.entrySet()) {
            EntityField field = system.rules.field(target, each.getKey());
            Object value = FieldRules.stored(field, each.getValue());
            boolean kept = row != null && value.equals(row.fields().get(field.name()));
            String refusal = lenient ? null : FieldRules.refusal(field, value);
            if (refusal != null) {
                return refusal;
            } else if (!value.equals("") && !kept && !system.refers(field, value)) {
                return "there is no " + String.join(" or ", field.references()) + " " + value;
            }
        }
        return null;
    }

    private StoredRow carryOut(Command command, @Nullable FakeRow before, Map<String, Object> values) {
        Writer writer = new Writer(account, command.getId());
        String target = command.getTarget();
        switch (command.getOp()) {
            case CREATE -> system.insert(target, writer, values);
            case UPDATE -> system.update(target, writer, values);
            case DELETE -> system.delete(target, writer);
        }
        return command.getOp() == Operation.DELETE
                ? Objects.requireNonNull(before).result(true)
                : Objects.requireNonNull(system.find(target)).result(false);
    }

    /** In a create the system's own default takes the place of a blank value. */
    private static Map<String, Object> values(Command command) {
        Map<String, Object> values = new HashMap<>();
        for (FieldWrite write : command.getFields()) {
            Object value = write.getValue();
            if (value != null || command.getOp() != Operation.CREATE) {
                values.put(write.getField(), value == null ? "" : value);
            }
        }
        return values;
    }

    private static CommandResult result(
            Command command, Outcome outcome, @Nullable StoredRow row, @Nullable String reason) {
        return new CommandResult(command, outcome, row, reason, false, START);
    }
}
