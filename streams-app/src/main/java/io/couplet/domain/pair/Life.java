package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.TreeSet;

/** How a coupling ends, and begins again where a deleted record is to be restored. */
final class Life {
    private final Coupling coupling;

    Life(Coupling coupling) {
        this.coupling = coupling;
    }

    /** Dissolves the coupling, after what is in flight has been answered (H15). */
    void end(ReleaseReason why) {
        if (coupling.inFlight() && coupling.holds(Guard.RELEASE_AFTER_ANSWER)) {
            coupling.dying = why;
            return;
        }
        boolean orphans = why == ReleaseReason.REFUSED && created() && coupling.holds(Guard.CREATED_ONCE);
        ReleaseReason reason = orphans ? ReleaseReason.TAKEN : why;
        coupling.dying = null;
        coupling.dead = reason;
        coupling.endedAt = coupling.origin.at();
        coupling.needs = new TreeSet<>();
        coupling.parked = false;
        coupling.question = null;
        coupling.chosen.clear();
        coupling.speech.sayFarewell(reason);
        if (orphans) {
            coupling.say(
                    "dissolved: one of its records does not belong to it any more, and the other one was created for it;"
                            + " couple by hand what belongs together");
        }
    }

    /** Whether one of its records is there because it was created for the other. */
    private boolean created() {
        return created(coupling.side(Side.ERP)) || created(coupling.side(Side.CRM));
    }

    private boolean created(PairSide side) {
        return side.image != null && ownRef(side.side).equals(side.ref);
    }

    /** The record that the coupling creates on a side in its present life. */
    RecordRef ownRef(Side side) {
        return ownRef(side, coupling.lives);
    }

    /** The record that it creates on a side in one of its lives, counted from zero. */
    private RecordRef ownRef(Side side, int life) {
        String entity = coupling.mapping.end(side).entity().substring(4);
        String mapping = coupling.mapping.name();
        String own = life == 0
                ? NameUuid.madeFor(mapping, coupling.id)
                : NameUuid.madeFor(mapping, coupling.id, Integer.toString(life));
        return side == Side.CRM
                ? RecordRef.crm(entity, own)
                : RecordRef.erp(coupling.mapping.companies().iterator().next(), entity, own);
    }

    /** Lets a deleted record go and makes room for its successor. */
    void beginAgain(PairSide gone) {
        RecordRef former = gone.ref;
        if (former != null) {
            Version unsaid = gone.unsaid();
            coupling.letGo.put(former, unsaid == null ? Version.NONE : unsaid);
            coupling.speech.release(former, gone.alive() ? ReleaseReason.REFUSED : ReleaseReason.DELETED, unsaid);
        }
        PairSide survivor = coupling.side(gone.side.other());
        gone.empty();
        survivor.base = PerRule.none();
        coupling.lead = survivor.ref;
        coupling.lives++;
        coupling.create = true;
        coupling.drift.clear();
        coupling.chosen.clear();
    }

    /**
     * Takes a record in that only this coupling can have created, after it had begun again, if a crash made it forget that.
     *
     * @return whether it is such a record, and has its place now
     */
    boolean recalls(RecordRef ref) {
        PairSide place = coupling.side(ref.side());
        boolean forgotten = place.ref != null
                && ref.equals(ownRef(ref.side(), coupling.lives + 1))
                && coupling.holds(Guard.LIFE_RECALLED);
        if (forgotten) {
            beginAgain(place);
            place.ref = ref;
        }
        return forgotten;
    }
}
