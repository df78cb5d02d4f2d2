package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import java.util.Objects;

/**
 * The part of a coupling's state that the public reads, and from which it is rebuilt. Whatever a replay brings back is in it, or on a change
 * topic, or follows from either.
 */
final class Publication {
    private Publication() {}

    /**
     * Whether the public should hear of the step from {@code before} to {@code after}. Seeing a captured version alone is no news. What is
     * decided with the next answer in any case waits for it, so that an edit on its way is published once.
     */
    static boolean differs(Mapping mapping, PairState before, PairState after) {
        return decided(before, after)
                || founded(before, after)
                || differs(before.erp(), after.erp())
                || differs(before.crm(), after.crm())
                || (!after.inFlight() && (before.inFlight() || open(mapping, before, after)));
    }

    private static boolean decided(PairState before, PairState after) {
        return before.parked() != after.parked()
                || !before.needs().equals(after.needs())
                || !Objects.equals(before.question(), after.question())
                || !before.chosen().equals(after.chosen())
                || before.agreedToDelete() != after.agreedToDelete()
                || !before.drift().equals(after.drift())
                || before.dying() != after.dying()
                || before.dead() != after.dead()
                || before.toErp() != after.toErp()
                || before.toCrm() != after.toCrm();
    }

    private static boolean founded(PairState before, PairState after) {
        return before.create() != after.create()
                || before.lives() != after.lives()
                || !Objects.equals(before.lead(), after.lead())
                || !Objects.equals(before.wanted(), after.wanted())
                || !before.refused().equals(after.refused())
                || !before.letGo().equals(after.letGo());
    }

    private static boolean differs(SideState before, SideState after) {
        return !Objects.equals(before.ref(), after.ref())
                || !before.base().equals(after.base())
                || !before.baseVersion().equals(after.baseVersion())
                || !Objects.equals(before.rejected(), after.rejected())
                || scope(before) != scope(after)
                || creating(before) != creating(after)
                || (!after.captured() && !before.version().equals(after.version()));
    }

    private static boolean creating(SideState side) {
        return side.inFlight() != null && side.inFlight().op() == Command.Operation.CREATE;
    }

    private static boolean scope(SideState side) {
        return side.image() != null && side.image().inScope();
    }

    /** Whether anything differs that a command, while it is in flight, may be about to settle. */
    private static boolean open(Mapping mapping, PairState before, PairState after) {
        return !before.volley().equals(after.volley())
                || open(mapping, before, after, Side.ERP)
                || open(mapping, before, after, Side.CRM);
    }

    private static boolean open(Mapping mapping, PairState before, PairState after, Side where) {
        SideState then = before.side(where);
        SideState now = after.side(where);
        if (then.openOutcome() != now.openOutcome()) {
            return true;
        }
        if (!then.version().equals(now.version()) || !then.changedAt().equals(now.changedAt())) {
            for (Rule rule : mapping.rules()) {
                if (!Objects.equals(before.differsSince(rule, where), after.differsSince(rule, where))) {
                    return true;
                }
            }
        }
        return false;
    }
}
