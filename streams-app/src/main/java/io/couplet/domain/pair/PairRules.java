package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Inherit;
import io.couplet.domain.message.PairMessage.Inheritance;
import io.couplet.domain.message.PairMessage.NoPartner;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.message.PairMessage.Wake;
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
        if (message instanceof Inherit request) {
            coupling.speech.bequeath(request);
            return before;
        }
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
        if (Publication.differs(mapping, before, after) || (origin.again() && guards.hold(Guard.PUBLISH_AGAIN))) {
            out.add(new Output.Publish());
        }
        return after;
    }

    /** What leaves no trace in the state is said again to the one who caused it. */
    private static void replyAgain(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            coupling.speech.releaseStranger(own.ref(), own.image().version());
        } else if (message instanceof Changed change) {
            coupling.speech.releaseStranger(change.ref(), change.image().version());
        } else if (message instanceof Result result) {
            coupling.speech.releaseStranger(result.command().target(), null);
            new Answered(coupling).auditAgain(result);
        }
    }

    /** Takes the input in; whether there may be something to decide now. */
    private boolean told(Coupling coupling, PairMessage message) {
        if (message instanceof Own own) {
            return arrival(coupling).own(own);
        } else if (message instanceof Changed change) {
            return arrival(coupling).changed(change);
        } else if (message instanceof Result result) {
            return new Answered(coupling).take(result);
        } else if (message instanceof Wake) {
            return coupling.dead == null;
        } else if (message instanceof NoPartner refusal) {
            return refused(coupling, refusal);
        } else if (message instanceof Inheritance last) {
            return coupling.legacy.take(last);
        } else if (message instanceof Uncouple uncouple) {
            new Requests(coupling).uncouple(uncouple);
            return false;
        } else if (message instanceof Retry retry) {
            return new Requests(coupling).retry(retry);
        } else if (message instanceof Resolve resolve) {
            return new Requests(coupling).resolve(resolve);
        }
        throw new IllegalArgumentException("no rule for " + message.getClass().getSimpleName());
    }

    private Arrival arrival(Coupling coupling) {
        return new Arrival(coupling, accounts);
    }

    private static boolean refused(Coupling coupling, NoPartner refusal) {
        if (coupling.dead != null) {
            return false;
        }
        RecordRef ref = refusal.ref();
        boolean lostLead = refusal.why() == Refusal.LOST && ref.equals(coupling.lead);
        boolean counted = ref.equals(coupling.wanted) || ref.equals(coupling.side(ref.side()).ref);
        if (counted || lostLead) {
            coupling.life.end(ReleaseReason.REFUSED);
        } else if (coupling.holds(Guard.REFUSALS_REMEMBERED)) {
            coupling.refused.add(ref);
        }
        return false;
    }
}
