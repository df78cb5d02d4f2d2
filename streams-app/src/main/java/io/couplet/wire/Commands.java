package io.couplet.wire;

import io.couplet.contract.CommandResult;
import io.couplet.contract.Outcome;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Cause;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands and their results. */
public final class Commands {
    private Commands() {}

    /** A command as its topic has it. */
    public static io.couplet.contract.Command toAvro(Command command) {
        @Nullable Version expected = command.expected();
        List<io.couplet.contract.FieldWrite> fields =
                new ArrayList<>(command.fields().size());
        for (FieldWrite write : command.fields()) {
            fields.add(new io.couplet.contract.FieldWrite(
                    write.rule(), write.field(), Values.toAvro(write.value()), Values.toAvro(write.sourceValue())));
        }
        return new io.couplet.contract.Command(
                command.id(),
                command.coupling(),
                command.mapping(),
                io.couplet.contract.Operation.valueOf(command.op().name()),
                command.target().text(),
                expected == null ? null : expected.row(),
                Images.text(command.source()),
                command.sourceVersion().row(),
                fields,
                losers(command.losers()),
                cause(command.cause()),
                command.decidedAt());
    }

    /**
     * A command as it came back. Versions travel as numbers: that of a source is the state after its removal exactly if the command deletes.
     */
    public static Command fromAvro(io.couplet.contract.Command command) {
        Operation op = Operation.valueOf(command.getOp().name());
        boolean sourceDeleted = op == Operation.DELETE;
        List<FieldWrite> fields = new ArrayList<>(command.getFields().size());
        for (io.couplet.contract.FieldWrite write : command.getFields()) {
            fields.add(new FieldWrite(
                    write.getRule(),
                    write.getField(),
                    Values.fromAvro(write.getValue()),
                    Values.fromAvro(write.getSourceValue())));
        }
        @Nullable Long expected = command.getExpectedVersion();
        @Nullable Long source = command.getSourceVersion();
        return new Command(
                command.getId(),
                command.getCoupling(),
                command.getMapping(),
                op,
                new RecordRef(command.getTarget()),
                expected == null ? null : Version.of(expected),
                Images.ref(command.getSource()),
                source == null ? Version.NONE : new Version(source, sourceDeleted),
                fields,
                losersFromAvro(command.getLosers()),
                causeFromAvro(command.getCause(), sourceDeleted),
                command.getDecidedAt());
    }

    static CommandResult toAvro(Result result) {
        @Nullable StoredRow row = result.row();
        return new CommandResult(
                toAvro(result.command()),
                Outcome.valueOf(result.outcome().name()),
                row == null ? null : row(row),
                result.reason(),
                false,
                result.appliedAt());
    }

    static Result fromAvro(CommandResult result) {
        io.couplet.contract.@Nullable StoredRow row = result.getRow();
        return new Result(
                fromAvro(result.getCommand()),
                CommandOutcome.valueOf(result.getOutcome().name()),
                row == null ? null : rowFromAvro(row),
                result.getReason(),
                result.getAppliedAt());
    }

    static List<io.couplet.contract.Loser> losers(List<Loser> losers) {
        List<io.couplet.contract.Loser> list = new ArrayList<>(losers.size());
        for (Loser loser : losers) {
            list.add(new io.couplet.contract.Loser(
                    loser.rule(),
                    io.couplet.contract.Side.valueOf(loser.side().name()),
                    Values.toAvro(loser.losing()),
                    Values.toAvro(loser.winning()),
                    loser.policy()));
        }
        return list;
    }

    static io.couplet.contract.@Nullable Cause cause(@Nullable Cause cause) {
        return cause == null
                ? null
                : new io.couplet.contract.Cause(
                        cause.ref().text(), cause.version().row(), cause.by(), cause.committedAt());
    }

    /** Values that lost, as they came back. */
    public static List<Loser> losersFromAvro(List<io.couplet.contract.Loser> losers) {
        List<Loser> list = new ArrayList<>(losers.size());
        for (io.couplet.contract.Loser loser : losers) {
            list.add(new Loser(
                    loser.getRule(),
                    Side.valueOf(loser.getSide().name()),
                    Values.fromAvro(loser.getLosing()),
                    Values.fromAvro(loser.getWinning()),
                    loser.getPolicy()));
        }
        return list;
    }

    private static @Nullable Cause causeFromAvro(io.couplet.contract.@Nullable Cause cause, boolean deleted) {
        return cause == null
                ? null
                : new Cause(
                        new RecordRef(cause.getRef()),
                        new Version(cause.getRowVersion(), deleted),
                        cause.getModifiedBy(),
                        cause.getCommittedAt());
    }

    private static io.couplet.contract.StoredRow row(StoredRow row) {
        return new io.couplet.contract.StoredRow(
                row.ref().text(),
                row.version().row(),
                row.version().deleted(),
                row.createdBy(),
                row.modifiedBy(),
                row.modifiedAt(),
                Values.toAvro(row.fields()));
    }

    private static StoredRow rowFromAvro(io.couplet.contract.StoredRow row) {
        return new StoredRow(
                new RecordRef(row.getRef()),
                new Version(row.getRowVersion(), row.getDeleted()),
                row.getCreatedBy(),
                row.getModifiedBy(),
                row.getModifiedAt(),
                Values.toMap(row.getFields()));
    }
}
