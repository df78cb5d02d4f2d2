package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.NoPartner;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.Map;

/**
 * What must each side become? A pure function of the coupling's state, one input and what is known of other records. Stateless itself; for
 * any thread.
 *
 * <p>An input whose offset was processed before means that we crashed in between: it changes nothing, and every obligation of the coupling is
 * announced again (decision 0003).
 */
public final class PairRules {
    private final Mapping mapping;
    private final Map<Side, String> accounts;

    /**
     * The rules for the couplings of one mapping.
     *
     * @param accounts the integration account of each side
     */
    public PairRules(Mapping mapping, Map<Side, String> accounts) {
        this.mapping = mapping;
        this.accounts = Map.copyOf(accounts);
    }

    /** Tells the coupling something. */
    public PairState receive(PairState before, Origin origin, PairMessage message, References references, Outbox out) {
        Coupling coupling = new Coupling(mapping, before, origin, out);
        if (origin.offset() <= before.last()) {
            coupling.announce();
            replyAgain(coupling, message);
            return before;
        }
        if (!(message instanceof Wake)) {
            coupling.stopWaitingIfDone();
        }
        boolean decide = told(coupling, message);
        if (decide) {
            new Merge(coupling, references).decide();
        }
        coupling.sayNews();
        PairState after = coupling.state();
        if (Publication.differs(before, after)) {
            out.add(new Output.Publish());
        }
        return after;
    }

    /** What leaves no trace in the state is said again to the one who caused it. */
    private static void replyAgain(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            coupling.releaseStranger(own.ref());
        } else if (message instanceof Changed change) {
            coupling.releaseStranger(change.ref());
        } else if (message instanceof Result result) {
            coupling.releaseStranger(result.command().target());
            new Answered(coupling).auditAgain(result);
        }
    }

    /** Takes the input in; whether there may be something to decide now. */
    private boolean told(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            return own(coupling, own);
        } else if (message instanceof Changed change) {
            return joins(coupling, change.ref()) && changed(coupling, change.ref(), change.image());
        } else if (message instanceof Result result) {
            return new Answered(coupling).take(result);
        } else if (message instanceof Wake) {
            return coupling.dead == null;
        } else if (message instanceof NoPartner refusal) {
            return refused(coupling, refusal);
        } else if (message instanceof Uncouple) {
            if (coupling.dead != null) {
                coupling.announce();
            } else {
                coupling.die(ReleaseReason.UNCOUPLED);
            }
            return false;
        } else if (message instanceof Retry) {
            coupling.side(Side.ERP).rejected = null;
            coupling.side(Side.CRM).rejected = null;
            return true;
        }
        throw new IllegalArgumentException("no rule for " + message.getClass().getSimpleName());
    }

    private boolean own(Coupling coupling, Own own) {
        if (!joins(coupling, own.ref())) {
            return false;
        }
        if (own.lead()) {
            coupling.lead = own.ref();
            PairSide place = coupling.side(own.ref().side().other());
            RecordRef partner = own.partner();
            if (own.intent() == Intent.CREATE) {
                coupling.create |= coupling.wanted == null;
            } else if (partner != null && place.ref == null && !place.creating()) {
                coupling.wanted = partner;
                if (coupling.refused.contains(partner)) {
                    coupling.die(ReleaseReason.REFUSED);
                    return false;
                }
            }
        } else {
            coupling.lead = coupling.lead == null ? own.leadRef() : coupling.lead;
            coupling.tellAbsentLead();
        }
        changed(coupling, own.ref(), own.image());
        return true;
    }

    /** Gives the record its place, or lets it go where the place is taken. */
    private static boolean joins(Coupling coupling, RecordRef ref) {
        PairSide place = coupling.side(ref.side());
        if (coupling.dead != null) {
            coupling.release(ref, coupling.dead);
            coupling.out.count(coupling.mapping.name(), ref.side(), ChangeOutcome.POOLED);
            return false;
        }
        if (ref.equals(place.ref)) {
            return true;
        }
        if (place.ref != null || place.creating()) {
            coupling.release(ref, ReleaseReason.REFUSED);
            coupling.out.count(coupling.mapping.name(), ref.side(), ChangeOutcome.POOLED);
            return false;
        }
        place.ref = ref;
        if (ref.equals(coupling.wanted)) {
            coupling.wanted = null;
        }
        return true;
    }

    /** Takes a version of a record in; whether it is news. */
    private boolean changed(Coupling coupling, RecordRef ref, Image image) {
        PairSide side = coupling.side(ref.side());
        Image known = side.image;
        if (known != null && !image.version().after(known.version())) {
            boolean confirmed = image.version().equals(known.version()) && !side.captured;
            side.captured |= confirmed;
            coupling.out.count(mapping.name(), side.side, confirmed ? ChangeOutcome.ECHO : ChangeOutcome.SUPERSEDED);
            return coupling.parked;
        }
        fold(coupling, side);
        boolean drifts = known != null && altersOnlyByAccount(coupling, side, known, image);
        if (known != null && drifts) {
            coupling.acceptAsDrift(side, known, image);
        }
        side.see(image, true, mapping.rules());
        if (coupling.differsFromBase(side) || image.deleted()) {
            coupling.side(Side.ERP).rejected = null;
            coupling.side(Side.CRM).rejected = null;
        } else {
            coupling.become(side, drifts ? ChangeOutcome.DRIFT : ChangeOutcome.ECHO);
        }
        return true;
    }

    /** The former version is not used any more, unless it is on its way. */
    private static void fold(Coupling coupling, PairSide side) {
        PairSide other = coupling.side(side.side.other());
        boolean onItsWay =
                other.inFlight != null && other.inFlight.sourceVersion().equals(side.version());
        if (side.image != null && side.open() && !onItsWay) {
            coupling.out.count(coupling.mapping.name(), side.side, ChangeOutcome.SUPERSEDED);
        }
        side.outcome = ChangeOutcome.PENDING;
    }

    /**
     * Whether a version shows exactly what the integration account altered. While a command of ours is in flight here it may be our own
     * write, which the result will tell.
     */
    private boolean altersOnlyByAccount(Coupling coupling, PairSide side, Image known, Image image) {
        String account = accounts.getOrDefault(side.side, "");
        return coupling.ignoresAccountEdits()
                && side.inFlight == null
                && !image.deleted()
                && !known.deleted()
                && image.writtenBy(account)
                && image.previous() != null
                && image.previous() == known.version().row();
    }

    private static boolean refused(Coupling coupling, NoPartner refusal) {
        if (coupling.dead != null) {
            return false;
        }
        RecordRef ref = refusal.ref();
        boolean lostLead = refusal.why() == Refusal.LOST && ref.equals(coupling.lead);
        boolean counted = ref.equals(coupling.wanted) || ref.equals(coupling.side(ref.side()).ref);
        if (counted || lostLead) {
            coupling.die(ReleaseReason.REFUSED);
        } else {
            coupling.refused.add(ref);
        }
        return false;
    }
}
