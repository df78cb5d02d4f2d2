package io.couplet.simulation;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries the commands out that stand in one system's command topic. The system remembers what came of them: those that had an effect by
 * their id, in the same transaction; those that it refused by all they say, so that the same may be decided again.
 */
final class Applier extends Part {
    private final ModelSystem system;
    private final Medium medium;
    private final Map<String, Done> memory = new HashMap<>();
    private final Map<Command, String> refusals = new HashMap<>();
    private final Rulebook rules;
    private final Ledger ledger;

    /** A command that took effect, and the row as it was stored. */
    private record Done(Command command, StoredRow row) {}

    /**
     * An applier that has carried nothing out.
     *
     * @param ledger where each command is noted that it takes
     */
    Applier(ModelSystem system, Medium medium, Rulebook rules, Ledger ledger) {
        super(
                "applier-" + system.side.word(),
                medium.topics.commands(system.side).partitions(),
                false,
                medium);
        this.system = system;
        this.medium = medium;
        this.rules = rules;
        this.ledger = ledger;
    }

    @Override
    void process(Log input, int offset, Object record) {
        Command command = (Command) record;
        answer(command, carryOut(command, false));
    }

    /** An instance that was believed dead carries out a command that it took long ago; whether there was one. */
    boolean carryOutLate(Chance chance) {
        Log log = chance.of(medium.topics.commands(system.side).partitions());
        if (log.size() == 0) {
            return false;
        }
        Command command = (Command) log.record(log.size() - 1 - chance.below(Math.min(log.size(), 12)));
        carryOutLate(command, chance.half());
        return true;
    }

    /**
     * An instance that was believed dead carries out a command that it took long ago.
     *
     * @param answers whether it gets to answer it
     */
    void carryOutLate(Command command, boolean answers) {
        Result result = carryOut(command, true);
        if (answers) {
            answer(command, result);
        }
    }

    private void answer(Command command, Result result) {
        send(
                medium.topics.pairInputs.of(command.coupling()),
                new Output.ToPair(command.coupling(), command.mapping(), result));
    }

    private Result carryOut(Command command, boolean late) {
        ledger.hands(command);
        Result result = attempt(command);
        ledger.answers(result);
        medium.witness.answers(system.side, result, late);
        return result;
    }

    private Result attempt(Command command) {
        Done done = memory.get(command.id());
        if (done != null && rules.hold(Guard.COMMAND_MEMORY)) {
            return result(done.command(), CommandOutcome.APPLIED, done.row(), null);
        }
        String refusal = refusals.get(command);
        if (refusal != null && rules.hold(Guard.REFUSAL_MEMORY)) {
            return result(command, CommandOutcome.REJECTED, null, refusal);
        }
        StoredRow row = system.row(command.target());
        boolean creates = command.op() == Operation.CREATE;
        if (creates && row != null) {
            return result(command, CommandOutcome.EXISTS, row, null);
        } else if (!creates && row == null) {
            return result(command, CommandOutcome.NOT_FOUND, null, null);
        } else if (row != null && !row.version().equals(command.expected()) && rules.hold(Guard.CONDITIONAL_WRITE)) {
            return result(command, CommandOutcome.STALE, row, null);
        }
        Map<String, Value> values = values(command);
        Table table = Table.of(command.target());
        if (system.refuses(table, values)) {
            return refuse(command, "a value is not allowed");
        } else if (row != null && command.op() == Operation.DELETE && system.keeps(row)) {
            return refuse(command, "the record must stay");
        }
        StoredRow stored = write(command, values);
        memory.put(command.id(), new Done(command, stored));
        return result(command, CommandOutcome.APPLIED, stored, null);
    }

    private Result refuse(Command command, String words) {
        refusals.put(command, words);
        return result(command, CommandOutcome.REJECTED, null, words);
    }

    private StoredRow write(Command command, Map<String, Value> values) {
        return switch (command.op()) {
            case CREATE -> system.insert(ModelSystem.ACCOUNT, command.target(), values, command.id());
            case UPDATE -> system.update(ModelSystem.ACCOUNT, command.target(), values, command.id());
            case DELETE -> system.delete(ModelSystem.ACCOUNT, command.target(), command.id());
        };
    }

    /** In a create the system's own default takes the place of a blank value. */
    private static Map<String, Value> values(Command command) {
        Map<String, Value> values = new HashMap<>();
        for (FieldWrite write : command.fields()) {
            if (command.op() != Operation.CREATE || !write.value().isBlank()) {
                values.put(write.field(), write.value());
            }
        }
        return values;
    }

    private Result result(Command command, CommandOutcome outcome, @Nullable StoredRow row, @Nullable String reason) {
        return new Result(command, outcome, row, reason, medium.instant());
    }
}
