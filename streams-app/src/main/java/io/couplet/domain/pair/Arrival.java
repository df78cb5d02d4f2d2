package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.Map;

/** Takes records and their versions into a coupling. */
final class Arrival {
    private final Coupling coupling;
    private final Map<Side, String> accounts;

    Arrival(Coupling coupling, Map<Side, String> accounts) {
        this.coupling = coupling;
        this.accounts = accounts;
    }

    /** A captured version; whether there may be something to decide. */
    boolean changed(Changed change) {
        if (!joins(change.ref(), change.image(), true)) {
            return false;
        }
        countOld(change);
        return seen(change.ref(), change.image());
    }

    /** The Directory hands a version over that is here already, or was: what became of it holds still. */
    private void sayAgain(Own own) {
        PairSide side = coupling.side(own.ref().side());
        if (side.version().after(own.image().version())) {
            coupling.outcomes.count(own.ref(), own.image().version(), ChangeOutcome.SUPERSEDED);
        } else if (own.image().version().equals(side.version()) && side.outcome != ChangeOutcome.PENDING) {
            if (side.captured) {
                coupling.outcomes.count(side, ChangeOutcome.PENDING);
            }
            side.captured = true;
            coupling.outcomes.count(side, side.outcome);
        }
    }

    /** Counts a captured version that is no news. */
    private void countOld(Changed change) {
        PairSide side = coupling.side(change.ref().side());
        Version version = change.image().version();
        if (side.version().after(version)) {
            coupling.outcomes.count(change.ref(), version, ChangeOutcome.SUPERSEDED);
        } else if (side.version().equals(version) && !side.captured) {
            side.captured = true;
            if (side.outcome != ChangeOutcome.PENDING) {
                coupling.outcomes.count(side, side.outcome);
            }
        }
    }

    /** A record that belongs here; whether there may be something to decide. */
    boolean own(Own own) {
        if (!joins(own.ref(), own.image(), own.handsOver())) {
            return false;
        }
        coupling.legacy.named(coupling.side(own.ref().side()), own.former());
        if (own.lead()) {
            coupling.lead = own.ref();
            PairSide place = coupling.side(own.ref().side().other());
            RecordRef partner = own.partner();
            if (own.intent() == Intent.CREATE) {
                coupling.create |= coupling.wanted == null;
            } else if (partner != null && place.ref == null && !coupling.letGo.containsKey(partner)) {
                coupling.wanted = partner;
                if (coupling.refused.contains(partner)) {
                    coupling.life.end(ReleaseReason.REFUSED);
                    coupling.speech.turnAway(own.ref(), own.image().version(), true);
                    return false;
                }
            }
        } else {
            coupling.lead = coupling.lead == null ? own.leadRef() : coupling.lead;
            coupling.speech.tellAbsentLead();
        }
        if (own.handsOver()) {
            sayAgain(own);
        }
        seen(own.ref(), own.image());
        return true;
    }

    /** Gives the record its place, or lets it go where the place is taken. */
    private boolean joins(RecordRef ref, Image image, boolean handedOver) {
        PairSide place = coupling.side(ref.side());
        if (coupling.dead != null) {
            coupling.speech.turnAway(ref, image.version(), handedOver);
            return false;
        }
        if (ref.equals(place.ref)) {
            return true;
        }
        if (coupling.life.recalls(ref)) {
            return true;
        }
        if (place.ref != null || coupling.letGo.containsKey(ref)) {
            coupling.speech.turnAway(ref, image.version(), handedOver);
            return false;
        }
        place.ref = ref;
        if (ref.equals(coupling.wanted)) {
            coupling.wanted = null;
        }
        return true;
    }

    /** Takes a version of a record in; whether it is news. */
    private boolean seen(RecordRef ref, Image image) {
        PairSide side = coupling.side(ref.side());
        Image known = side.image;
        if (known != null && !image.version().after(known.version()) && coupling.holds(Guard.DEDUPLICATE)) {
            return coupling.parked;
        }
        coupling.outcomes.supersede(side);
        boolean drifts = known != null && altersOnlyByAccount(side, known, image);
        if (known != null && drifts) {
            coupling.acceptAsDrift(side, known, image);
        }
        coupling.see(side, image, true);
        if (droppedByAccount(image, side)) {
            coupling.acceptAsDrift(side, known == null ? image : known, image);
        }
        if (coupling.differsFromBase(side) || image.deleted()) {
            news(side, image);
        } else {
            coupling.outcomes.become(side, drifts ? ChangeOutcome.DRIFT : ChangeOutcome.ECHO);
        }
        return true;
    }

    /** What was refused may be accepted now; and whoever edits is no machine that answers another one. */
    private void news(PairSide side, Image image) {
        coupling.side(Side.ERP).rejected = null;
        coupling.side(Side.CRM).rejected = null;
        if (!image.writtenBy(account(side))) {
            coupling.volley = Volley.NONE;
        }
    }

    /**
     * Whether a version shows exactly what the integration account altered. While a command of ours is in flight here it may be our own
     * write, which the result will tell.
     */
    private boolean altersOnlyByAccount(PairSide side, Image known, Image image) {
        boolean exact =
                image.previous() != null && image.previous() == known.version().row();
        return coupling.ignoresAccountEdits()
                && side.inFlight == null
                && !image.deleted()
                && !known.deleted()
                && image.writtenBy(account(side))
                && (exact || !coupling.holds(Guard.ACCOUNT_ONLY_EXACT));
    }

    /** What peers do instead of comparing values: whatever the integration account wrote last is taken for an echo. */
    private boolean droppedByAccount(Image image, PairSide side) {
        return !coupling.holds(Guard.ECHO_BY_VALUE) && image.writtenBy(account(side));
    }

    private String account(PairSide side) {
        return accounts.getOrDefault(side.side, "");
    }
}
