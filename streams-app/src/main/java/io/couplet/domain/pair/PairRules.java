package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
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
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    private final Guards guards;

    /**
     * The rules for the couplings of one mapping.
     *
     * @param accounts the integration account of each side
     */
    public PairRules(Mapping mapping, Map<Side, String> accounts) {
        this(mapping, accounts, Guards.ALL);
    }

    /**
     * The same with some guards off, to show what they are good for.
     *
     * @param accounts the integration account of each side
     */
    public PairRules(Mapping mapping, Map<Side, String> accounts, Guards guards) {
        this.mapping = mapping;
        this.accounts = Map.copyOf(accounts);
        this.guards = guards;
    }

    /** Tells the coupling something. */
    public PairState receive(PairState before, Origin origin, PairMessage message, Shared shared, Outbox out) {
        Coupling coupling = new Coupling(mapping, guards, before, origin, out);
        if (origin.offset() <= before.last()) {
            if (guards.hold(Guard.REANNOUNCE)) {
                coupling.speech.sayAgain();
                replyAgain(coupling, message);
            }
            return before;
        }
        if (!(message instanceof Wake)) {
            coupling.stopWaitingIfDone();
        }
        boolean decide = told(coupling, message);
        if (decide) {
            new Decision(coupling, shared).decide();
        }
        coupling.speech.sayNews();
        PairState after = coupling.state();
        if (Publication.differs(before, after)) {
            out.add(new Output.Publish());
        }
        return after;
    }

    /** What leaves no trace in the state is said again to the one who caused it. */
    private static void replyAgain(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            coupling.speech.releaseStranger(own.ref());
        } else if (message instanceof Changed change) {
            coupling.speech.releaseStranger(change.ref());
        } else if (message instanceof Result result) {
            coupling.speech.releaseStranger(result.command().target());
            new Answered(coupling).auditAgain(result);
        }
    }

    /** Takes the input in; whether there may be something to decide now. */
    private boolean told(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            return own(coupling, own);
        } else if (message instanceof Changed change) {
            return joins(coupling, change.ref(), change.image()) && changed(coupling, change.ref(), change.image());
        } else if (message instanceof Result result) {
            return new Answered(coupling).take(result);
        } else if (message instanceof Wake) {
            return coupling.dead == null;
        } else if (message instanceof NoPartner refusal) {
            return refused(coupling, refusal);
        } else if (message instanceof Uncouple) {
            if (coupling.dead != null) {
                coupling.speech.sayAgain();
            } else {
                coupling.die(ReleaseReason.UNCOUPLED);
            }
            return false;
        } else if (message instanceof Retry) {
            return retry(coupling);
        } else if (message instanceof Resolve resolve) {
            return resolve(coupling, resolve);
        }
        throw new IllegalArgumentException("no rule for " + message.getClass().getSimpleName());
    }

    private boolean own(Coupling coupling, Own own) {
        if (!joins(coupling, own.ref(), own.image())) {
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
            coupling.speech.tellAbsentLead();
        }
        changed(coupling, own.ref(), own.image());
        return true;
    }

    /** Gives the record its place, or lets it go where the place is taken. */
    private static boolean joins(Coupling coupling, RecordRef ref, Image image) {
        PairSide place = coupling.side(ref.side());
        if (coupling.dead != null) {
            coupling.speech.release(ref, coupling.dead);
            coupling.count(ref, image.version(), ChangeOutcome.POOLED);
            return false;
        }
        if (ref.equals(place.ref)) {
            return true;
        }
        boolean reserved = place.creating() && coupling.holds(Guard.PLACE_RESERVED);
        if (place.ref != null || reserved || coupling.letGo.contains(ref)) {
            coupling.speech.release(ref, ReleaseReason.REFUSED);
            coupling.count(ref, image.version(), ChangeOutcome.POOLED);
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
        if (known != null && !image.version().after(known.version()) && coupling.holds(Guard.DEDUPLICATE)) {
            boolean confirmed = image.version().equals(known.version()) && !side.captured;
            side.captured |= confirmed;
            coupling.count(ref, image.version(), confirmed ? ChangeOutcome.ECHO : ChangeOutcome.SUPERSEDED);
            return coupling.parked;
        }
        fold(coupling, side);
        boolean drifts = known != null && altersOnlyByAccount(coupling, side, known, image);
        if (known != null && drifts) {
            coupling.acceptAsDrift(side, known, image);
        }
        coupling.see(side, image, true);
        if (droppedByAccount(image, side)) {
            coupling.acceptAsDrift(side, known == null ? image : known, image);
        }
        if (coupling.differsFromBase(side) || image.deleted()) {
            news(coupling, side, image);
        } else {
            coupling.become(side, drifts ? ChangeOutcome.DRIFT : ChangeOutcome.ECHO);
        }
        return true;
    }

    /** What was refused may be accepted now; and whoever edits is no machine that answers another one. */
    private void news(Coupling coupling, PairSide side, Image image) {
        coupling.side(Side.ERP).rejected = null;
        coupling.side(Side.CRM).rejected = null;
        if (!image.writtenBy(account(side))) {
            coupling.volley = Volley.NONE;
        }
    }

    /** The former version is not used any more, unless it is on its way. */
    private static void fold(Coupling coupling, PairSide side) {
        PairSide other = coupling.side(side.side.other());
        boolean onItsWay =
                other.inFlight != null && other.inFlight.sourceVersion().equals(side.version());
        if (side.image != null && side.open() && !onItsWay) {
            coupling.count(side, ChangeOutcome.SUPERSEDED);
        }
        side.outcome = ChangeOutcome.PENDING;
    }

    /**
     * Whether a version shows exactly what the integration account altered. While a command of ours is in flight here it may be our own
     * write, which the result will tell.
     */
    private boolean altersOnlyByAccount(Coupling coupling, PairSide side, Image known, Image image) {
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
        return !guards.hold(Guard.ECHO_BY_VALUE) && image.writtenBy(account(side));
    }

    private String account(PairSide side) {
        return accounts.getOrDefault(side.side, "");
    }

    private static boolean retry(Coupling coupling) {
        coupling.side(Side.ERP).rejected = null;
        coupling.side(Side.CRM).rejected = null;
        coupling.volley = Volley.NONE;
        Question question = coupling.question;
        coupling.agreedToDelete |= question != null && question.kind() == Question.Kind.MASS_DELETE;
        return coupling.dead == null;
    }

    /** A person chose a side, for what that person saw. */
    private boolean resolve(Coupling coupling, Resolve resolve) {
        boolean current = saw(resolve.erp(), coupling.side(Side.ERP)) && saw(resolve.crm(), coupling.side(Side.CRM));
        if (coupling.dead != null || !current) {
            coupling.say(
                    coupling.dead == null
                            ? "not resolved: a record has changed since; look again"
                            : "not resolved: the coupling is dissolved");
            return false;
        }
        Set<String> rules = resolve.rules().isEmpty() ? open(coupling) : resolve.rules();
        for (String rule : rules) {
            if (rule.equals(PairState.WHOLE)
                    || mapping.rules().stream().anyMatch(each -> each.name().equals(rule))) {
                coupling.chosen.put(rule, resolve.take());
                coupling.agreedToDelete |= rule.equals(PairState.WHOLE);
            } else {
                coupling.say("not resolved: " + mapping.name() + " has no rule " + rule);
            }
        }
        retry(coupling);
        return true;
    }

    private static boolean saw(@Nullable Long seen, PairSide side) {
        return seen == null || seen == side.version().row();
    }

    private static Set<String> open(Coupling coupling) {
        Set<String> open = new TreeSet<>(coupling.drift.keySet());
        Question question = coupling.question;
        if (coupling.side(Side.ERP).deleted() || coupling.side(Side.CRM).deleted()) {
            open.add(PairState.WHOLE);
        } else if (question != null) {
            open.addAll(question.rules());
        }
        return open;
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
        } else if (coupling.holds(Guard.REFUSALS_REMEMBERED)) {
            coupling.refused.add(ref);
        }
        return false;
    }
}
