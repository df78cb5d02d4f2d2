package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.Question.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides where a record is gone, or not there yet. */
final class Existence {
    private final Coupling coupling;
    private final Mapping mapping;
    private final Shared shared;
    private final Sender sender;

    Existence(Coupling coupling, Shared shared) {
        this.coupling = coupling;
        this.mapping = coupling.mapping;
        this.shared = shared;
        this.sender = new Sender(coupling);
    }

    // ---- a record is gone ------------------------------------------------------------------------------------------

    /**
     * Decides what a delete means.
     *
     * @param asked what a person was asked before, null where nothing: a delete that was held back waits for an answer (decision 0019)
     */
    void deleted(PairSide gone, @Nullable Question asked) {
        PairSide other = coupling.side(gone.side.other());
        Side chosen = coupling.chosen.get(PairState.WHOLE);
        Delete policy = mapping.policies().delete().on(gone.side);
        if (!other.alive()) {
            coupling.life.end(ReleaseReason.DELETED);
        } else if (chosen == other.side) {
            restore(gone);
        } else if (chosen == gone.side) {
            propagate(other);
        } else if (heldBack(asked)) {
            ask(Kind.MASS_DELETE, "held back: too many records of " + mapping.name() + " were deleted lately");
        } else if (policy == Delete.UNCOUPLE) {
            coupling.life.end(ReleaseReason.DELETED);
        } else if (policy == Delete.RESTORE) {
            restore(gone);
        } else if (policy == Delete.ASK) {
            ask(Kind.DELETE, "deleted in the " + gone.side);
        } else if (coupling.differsFromBase(other) && coupling.holds(Guard.DELETE_SPARES_EDITS)) {
            ask(Kind.DELETE, "deleted in the " + gone.side + ", but changed in the " + other.side + " meanwhile");
        } else {
            propagate(other);
        }
    }

    private boolean heldBack(@Nullable Question asked) {
        boolean waits = asked != null && asked.kind() == Kind.MASS_DELETE;
        return (shared.deletesStopped() || waits) && !coupling.agreedToDelete && coupling.holds(Guard.MASS_DELETE);
    }

    private void ask(Kind kind, String words) {
        coupling.needNothing();
        coupling.question = Question.of(kind, words);
        coupling.outcomes.settle(ChangeOutcome.SET_ASIDE);
    }

    private void propagate(PairSide target) {
        coupling.needNothing();
        if (sender.trySend(target, Operation.DELETE, List.of(), List.of(), new Lookups(shared.references())) == null) {
            coupling.outcomes.settle(ChangeOutcome.SET_ASIDE);
        }
    }

    private void restore(PairSide gone) {
        coupling.life.beginAgain(gone);
        create(coupling.side(gone.side.other()));
    }

    // ---- a place is empty ------------------------------------------------------------------------------------------

    void create(PairSide source) {
        PairSide target = coupling.side(source.side.other());
        Image image = source.image;
        if (image == null || !coupling.create || coupling.wanted != null) {
            return;
        }
        if (!image.inScope()) {
            coupling.needNothing();
            rests(source, ChangeOutcome.FILTERED);
            return;
        }
        Lookups references = new Lookups(shared.references());
        List<FieldWrite> writes = new ArrayList<>();
        SortedSet<Name> needs = new TreeSet<>();
        boolean parked = false;
        for (Rule rule : mapping.rules()) {
            if (rule.direction().allows(target.side)) {
                Value value = image.fields().get(rule.field(source.side));
                Converted converted = rule.to(target.side).convert(value, references);
                if (converted instanceof Converted.To to) {
                    writes.add(new FieldWrite(rule.name(), rule.field(target.side), to.value(), value));
                } else if (converted instanceof Converted.Unresolved missing) {
                    needs.addAll(missing.names());
                    parked |= rule.required();
                }
            }
        }
        coupling.needNow(needs, parked);
        if (parked) {
            rests(source, ChangeOutcome.PARKED);
            return;
        }
        mapping.end(target.side)
                .constants()
                .forEach((field, value) -> writes.add(new FieldWrite("=" + field, field, value, Value.BLANK)));
        RecordRef former = target.ref;
        target.ref = coupling.life.ownRef(target.side);
        if (sender.trySend(target, Operation.CREATE, writes, List.of(), references) == null) {
            target.ref = former;
            rests(source, ChangeOutcome.SET_ASIDE);
        }
    }

    /** Nothing goes on for now; the record that was created may be there all the same, while its create is asked for again. */
    private void rests(PairSide source, ChangeOutcome outcome) {
        coupling.outcomes.become(source, outcome);
        coupling.outcomes.settle(outcome);
    }
}
