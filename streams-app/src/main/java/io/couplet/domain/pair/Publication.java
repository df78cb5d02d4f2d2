package io.couplet.domain.pair;

import io.couplet.domain.model.Command;
import java.util.Objects;

/** The part of a coupling's state that the public reads. */
final class Publication {
    private Publication() {}

    /** Whether the public should hear of the step from {@code before} to {@code after}. Seeing a version alone is no news. */
    static boolean differs(PairState before, PairState after) {
        return before.parked() != after.parked()
                || !before.needs().equals(after.needs())
                || !Objects.equals(before.question(), after.question())
                || !before.chosen().equals(after.chosen())
                || !before.letGo().equals(after.letGo())
                || !before.drift().equals(after.drift())
                || before.dying() != after.dying()
                || before.dead() != after.dead()
                || before.toErp() != after.toErp()
                || before.toCrm() != after.toCrm()
                || !Objects.equals(before.wanted(), after.wanted())
                || differs(before.erp(), after.erp())
                || differs(before.crm(), after.crm());
    }

    private static boolean differs(SideState before, SideState after) {
        return !Objects.equals(before.ref(), after.ref())
                || !before.base().equals(after.base())
                || !before.baseVersion().equals(after.baseVersion())
                || !Objects.equals(before.rejected(), after.rejected())
                || scope(before) != scope(after)
                || creating(before) != creating(after);
    }

    private static boolean creating(SideState side) {
        return side.inFlight() != null && side.inFlight().op() == Command.Operation.CREATE;
    }

    private static boolean scope(SideState side) {
        return side.image() != null && side.image().inScope();
    }
}
