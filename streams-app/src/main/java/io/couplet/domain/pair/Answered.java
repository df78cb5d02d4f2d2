package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the answer to a command in: what both sides have agreed on by it, or why they have not. */
final class Answered {
    private final Coupling coupling;

    Answered(Coupling coupling) {
        this.coupling = coupling;
    }

    /** Takes an answer in, also one that is not waited for (any more); whether there may be something to decide. */
    boolean take(Result result) {
        Command command = result.command();
        PairSide target = coupling.side(command.target().side());
        boolean applied = result.outcome() == CommandOutcome.APPLIED;
        Command awaited = target.inFlight;
        boolean mine = awaited != null && answers(command, awaited, applied);
        if (mine && awaited != null) {
            target.inFlight = null;
            settle(awaited, applied && awaited.asksSameAs(command));
        }
        if (coupling.dead != null) {
            if (applied) {
                audit(command);
                nameOrphan(command, target);
                seeEnd(result.row(), target);
            }
            coupling.speech.release(command.target(), coupling.dead);
            return false;
        }
        switch (result.outcome()) {
            case APPLIED -> applied(result, target, mine);
            case STALE, EXISTS, NOT_FOUND -> {
                if (mine) {
                    moved(result, target);
                }
            }
            case REJECTED -> {
                if (mine) {
                    String words = result.reason() == null ? "no reason given" : result.reason();
                    target.rejected = Rejection.of(words, command);
                }
            }
        }
        return true;
    }

    /**
     * Whether an answer is the one that is waited for. All creates of a coupling have one id, whatever they carry; once one took effect all are
     * done, while what was refused to one need not be refused to the next.
     */
    private static boolean answers(Command answered, Command awaited, boolean applied) {
        return answered.id().equals(awaited.id()) && (applied || answered.asksSameAs(awaited));
    }

    private void applied(Result result, PairSide target, boolean mine) {
        Command command = result.command();
        if (mine) {
            coupling.countCommand(target.side);
        } else if (!coupling.holds(Guard.UNKNOWN_ANSWERS)) {
            return;
        }
        audit(command);
        if (command.op() == Operation.DELETE) {
            seeEnd(result.row(), target);
            coupling.life.end(ReleaseReason.DELETED);
            return;
        }
        StoredRow row = result.row();
        if (row == null || !ours(command, row, target)) {
            return;
        }
        Image image = image(row, target);
        boolean sameSource =
                command.source() != null && command.source().equals(coupling.side(target.side.other()).ref);
        if (sameSource && isAgreement(command, row, target, mine)) {
            agree(command, row, image, target);
        }
        if (isNews(row, target)) {
            see(image, target);
        } else {
            target.dateBy(image, coupling.mapping.rules());
        }
    }

    /**
     * Whether the answer says something new about what both sides agree on. A create that was decided twice with different values has one
     * effect; the memory answers the second one with the first one's row, which was agreed on before and does not hold the second's values.
     * A command that a crash made forgotten tells what was agreed at its row, unless the source has agreed on something newer since.
     */
    private boolean isAgreement(Command command, StoredRow row, PairSide target, boolean mine) {
        boolean agreedBefore = !row.version().after(target.baseVersion) && coupling.holds(Guard.AGREE_ONCE);
        boolean agreedSince = coupling.side(target.side.other()).baseVersion.after(command.sourceVersion());
        return !agreedBefore && (mine || !agreedSince || !target.version().after(row.version()));
    }

    /** A row that we created takes its place; a row that has no place here is let go. */
    private boolean ours(Command command, StoredRow row, PairSide target) {
        if (command.op() == Operation.CREATE && target.ref == null && !coupling.letGo.containsKey(row.ref())) {
            target.ref = row.ref();
        } else if (command.op() == Operation.CREATE) {
            coupling.life.recalls(row.ref());
        }
        boolean ours = row.ref().equals(target.ref);
        if (!ours) {
            coupling.speech.release(row.ref(), ReleaseReason.REFUSED);
        }
        return ours;
    }

    /**
     * The base becomes what the command carried on the source side and what was stored on the target side, never what is current (H2). A
     * field that a create left to the target counts as blank there, so that what the target assigned flows back.
     */
    private void agree(Command command, StoredRow row, Image image, PairSide target) {
        PairSide source = coupling.side(target.side.other());
        acceptAutomation(command, image, target);
        for (FieldWrite write : command.fields()) {
            Rule rule = coupling.mapping.rule(write.rule());
            if (rule != null) {
                Value stored = stored(command, write, row);
                Value carried = carried(write, rule, source);
                boolean toErp = target.side == Side.ERP;
                coupling.agree(rule, toErp ? stored : carried, toErp ? carried : stored);
            }
        }
        source.baseVersion = source.baseVersion.max(command.sourceVersion());
        target.baseVersion = target.baseVersion.max(row.version());
    }

    private Value stored(Command command, FieldWrite write, StoredRow row) {
        boolean left = command.op() == Operation.CREATE && write.value().isBlank();
        if (left && coupling.holds(Guard.ASSIGNED_FLOWS_BACK)) {
            return Value.BLANK;
        }
        return left || coupling.holds(Guard.BASE_AS_STORED) ? row.get(write.field()) : write.value();
    }

    private Value carried(FieldWrite write, Rule rule, PairSide source) {
        Image now = source.image;
        return now == null || coupling.holds(Guard.BASE_AS_CARRIED)
                ? write.sourceValue()
                : now.fields().get(rule.field(source.side));
    }

    /** What our write altered beyond what it carried is automation, if we know the version it was made on exactly (H4). */
    private void acceptAutomation(Command command, Image image, PairSide target) {
        Image known = target.image;
        if (known != null && known.version().equals(command.expected()) && coupling.ignoresAccountEdits()) {
            coupling.acceptAsDrift(target, known, image);
        }
    }

    private void see(Image image, PairSide target) {
        Image known = target.image;
        show(image, target);
        if (known == null || !keys(known, target.side).equals(keys(image, target.side))) {
            coupling.speech.sayWritten(target);
        }
    }

    private void show(Image image, PairSide target) {
        coupling.outcomes.supersede(target);
        coupling.see(target, image, false);
        target.outcome = ChangeOutcome.ECHO;
    }

    /** The last that the coupling sees of a record: capture need not show it, and whoever couples the record next must know it. */
    private void seeEnd(@Nullable StoredRow row, PairSide target) {
        if (row != null && row.ref().equals(target.ref) && isNews(row, target)) {
            show(image(row, target), target);
        }
    }

    /** What was created for a coupling that has ended since, and had forgotten the create, is there all the same: people must hear of it. */
    private void nameOrphan(Command command, PairSide target) {
        if (command.op() == Operation.CREATE && target.ref == null) {
            target.ref = command.target();
            coupling.say("created " + command.target()
                    + ", although the coupling had ended by then; couple it by hand, or delete it");
        }
    }

    private boolean isNews(StoredRow row, PairSide target) {
        return row.version().after(target.version()) && coupling.holds(Guard.ROW_IS_IMAGE);
    }

    private List<String> keys(Image image, Side side) {
        return coupling.mapping.matchKeys(side, image.fields());
    }

    private Image image(StoredRow row, PairSide target) {
        Mapping mapping = coupling.mapping;
        Image known = target.image;
        return new Image(
                row.version(),
                null,
                row.createdBy(),
                row.modifiedBy(),
                row.modifiedAt(),
                known == null ? row.modifiedAt() : known.committedAt(),
                mapping.end(target.side).filter().accepts(row::get),
                mapping.fields(target.side, row::get));
    }

    /** The version that the command carried has arrived, or has not and is of no use any more. */
    private void settle(Command command, boolean applied) {
        PairSide source = coupling.side(command.target().side().other());
        RecordRef ref = command.source();
        Version owed = source.owed;
        source.owed = null;
        if (command.sourceVersion().equals(source.version())) {
            if (applied && source.unfinished()) {
                coupling.outcomes.become(source, ChangeOutcome.APPLIED);
            }
        } else if (ref != null && owed != null && command.sourceVersion().equals(owed)) {
            coupling.outcomes.count(ref, owed, applied ? ChangeOutcome.APPLIED : ChangeOutcome.SUPERSEDED);
        }
    }

    /** The target has moved on, or away: capture will show it, unless another coupling has it, which its Directory says (H13). */
    private void moved(Result result, PairSide target) {
        Command command = result.command();
        if (command.op() == Operation.DELETE && result.outcome() == CommandOutcome.NOT_FOUND) {
            coupling.life.end(ReleaseReason.DELETED);
            return;
        }
        if (result.outcome() == CommandOutcome.EXISTS) {
            // Somebody else made it: there is nothing to ask the memory for.
            coupling.create = false;
        }
        Version seen = command.expected() == null ? Version.NONE : command.expected();
        if (!target.version().after(seen) && coupling.holds(Guard.WAIT_AFTER_STALE)) {
            target.staleAt = seen;
        }
    }

    /** Writes the audit of an applied command once more: better twice than never. */
    void auditAgain(Result result) {
        if (result.outcome() == CommandOutcome.APPLIED && coupling.holds(Guard.AUDIT_REPEATED)) {
            audit(result.command());
        }
    }

    private void audit(Command command) {
        if (!command.losers().isEmpty()) {
            coupling.out.add(new Output.Audited(
                    coupling.id,
                    coupling.mapping.name(),
                    coupling.side(Side.ERP).ref,
                    coupling.side(Side.CRM).ref,
                    command,
                    command.losers(),
                    "conflict decided"));
        }
    }
}
