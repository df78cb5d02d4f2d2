package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.List;

/** Decides what each side must become, from what both look like now and what they agreed on last. */
final class Decision {
    private final Coupling coupling;
    private final Shared shared;

    Decision(Coupling coupling, Shared shared) {
        this.coupling = coupling;
        this.shared = shared;
    }

    void decide() {
        if (coupling.dead != null) {
            return;
        }
        if (coupling.dying != null) {
            coupling.life.end(coupling.dying);
            return;
        }
        if (coupling.unsettled()) {
            return;
        }
        PairSide erp = coupling.side(Side.ERP);
        PairSide crm = coupling.side(Side.CRM);
        if (!coupling.mapping.isOn()) {
            // Both images are as new as ever, so that it goes on from here when the mapping is on again (decision
            // 0029).
            suspend(erp, crm);
            return;
        }
        erp.reconsider();
        crm.reconsider();
        Question asked = coupling.question;
        coupling.question = null;
        coupling.agreedToDelete &= erp.deleted() || crm.deleted();
        if (erp.deleted() || crm.deleted()) {
            new Existence(coupling, shared).deleted(erp.deleted() ? erp : crm, asked);
        } else if (erp.image == null || crm.image == null) {
            new Existence(coupling, shared).create(erp.image == null ? crm : erp);
        } else if (createdUnheard(erp) || createdUnheard(crm)) {
            new Existence(coupling, shared).create(createdUnheard(erp) ? crm : erp);
        } else if (erp.image.inScope() && crm.image.inScope()) {
            new Merge(coupling, shared).merge();
        } else {
            suspend(erp, crm);
        }
    }

    /** Whether a record is there because it was created for the other, of which no answer has told yet: the memory knows it. */
    private boolean createdUnheard(PairSide side) {
        return coupling.create
                && side.baseVersion.equals(Version.NONE)
                && coupling.life.ownRef(side.side).equals(side.ref)
                && coupling.holds(Guard.CREATED_ASKED);
    }

    private void suspend(PairSide erp, PairSide crm) {
        coupling.needNothing();
        for (PairSide side : List.of(erp, crm)) {
            if (side.open()) {
                coupling.outcomes.become(side, ChangeOutcome.FILTERED);
            }
        }
    }
}
