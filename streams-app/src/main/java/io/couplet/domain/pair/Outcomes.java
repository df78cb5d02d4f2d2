package io.couplet.domain.pair;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;

/** What became of the captured versions of a coupling's records: each is counted under one outcome at a time (G9). */
final class Outcomes {
    private final Coupling coupling;

    Outcomes(Coupling coupling) {
        this.coupling = coupling;
    }

    void become(PairSide side, ChangeOutcome outcome) {
        if (side.outcome != outcome) {
            side.outcome = outcome;
            if (outcome != ChangeOutcome.PENDING) {
                count(side, outcome);
            }
        }
    }

    /** A newer version of a side is here. Whether a version that is on its way arrives, the answer will tell. */
    void supersede(PairSide side) {
        Command onItsWay = coupling.side(side.side.other()).inFlight;
        boolean carried = onItsWay != null && onItsWay.sourceVersion().equals(side.version());
        if (side.image != null && side.open() && side.captured) {
            if (carried) {
                side.owed = side.version();
            } else {
                count(side, ChangeOutcome.SUPERSEDED);
            }
        }
        side.outcome = ChangeOutcome.PENDING;
    }

    /** Says what became of both versions; one that was settled before is open again while it holds what cannot go on. */
    void settle(ChangeOutcome rest) {
        settle(coupling.side(Side.ERP), rest);
        settle(coupling.side(Side.CRM), rest);
    }

    private void settle(PairSide side, ChangeOutcome rest) {
        boolean waits = rest == ChangeOutcome.SET_ASIDE || rest == ChangeOutcome.PARKED;
        if (side.image != null && (side.unfinished() || (waits && coupling.differsFromBase(side)))) {
            become(side, rest);
        }
    }

    /** Counts a transition of the version that a side shows, if that version was captured. */
    void count(PairSide side, ChangeOutcome outcome) {
        if (side.ref != null && side.captured) {
            count(side.ref, side.version(), outcome);
        }
    }

    void count(RecordRef ref, Version version, ChangeOutcome outcome) {
        coupling.out.count(coupling.mapping.name(), ref, version, outcome);
    }
}
