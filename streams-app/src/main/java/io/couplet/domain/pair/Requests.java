package io.couplet.domain.pair;

import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.Side;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person asks of a coupling. Whether it was done, and who asked, stands in the audit. */
final class Requests {
    private final Coupling coupling;

    Requests(Coupling coupling) {
        this.coupling = coupling;
    }

    /** To go on; whether there may be something to decide. */
    boolean retry(Retry retry) {
        if (coupling.dead != null) {
            coupling.say("not retried: the coupling is dissolved");
            return false;
        }
        coupling.say("retried by " + retry.by());
        goOn();
        return true;
    }

    private void goOn() {
        coupling.side(Side.ERP).rejected = null;
        coupling.side(Side.CRM).rejected = null;
        coupling.volley = Volley.NONE;
        Question question = coupling.question;
        coupling.agreedToDelete |= question != null && question.kind() == Question.Kind.MASS_DELETE;
    }

    /** To end. */
    void uncouple(Uncouple uncouple) {
        if (coupling.dead != null) {
            coupling.say("not uncoupled: the coupling is dissolved already");
            coupling.speech.sayGone(coupling.dead);
        } else {
            coupling.say("uncoupled by " + uncouple.by());
            coupling.life.end(ReleaseReason.UNCOUPLED);
        }
    }

    /** A person chose a side, for what that person saw. */
    boolean resolve(Resolve resolve) {
        boolean current = saw(resolve.erp(), coupling.side(Side.ERP)) && saw(resolve.crm(), coupling.side(Side.CRM));
        if (coupling.dead != null || !current) {
            coupling.say(
                    coupling.dead == null
                            ? "not resolved: a record has changed since; look again"
                            : "not resolved: the coupling is dissolved");
            return false;
        }
        Set<String> rules = resolve.rules().isEmpty() ? open() : new TreeSet<>(resolve.rules());
        coupling.say("resolved by " + resolve.by() + ": takes the "
                + resolve.take().word() + " for " + String.join(", ", rules));
        rules.forEach(rule -> take(rule, resolve.take()));
        goOn();
        return true;
    }

    private void take(String rule, Side side) {
        boolean whole = rule.equals(PairState.WHOLE);
        if (whole
                || coupling.mapping.rules().stream()
                        .anyMatch(each -> each.name().equals(rule))) {
            coupling.chosen.put(rule, side);
            coupling.agreedToDelete |= whole;
        } else {
            coupling.say("not resolved: " + coupling.mapping.name() + " has no rule " + rule);
        }
    }

    private boolean saw(@Nullable Long seen, PairSide side) {
        return seen == null || seen == side.version().row();
    }

    private Set<String> open() {
        Set<String> open = new TreeSet<>(coupling.drift.keySet());
        Question question = coupling.question;
        if (coupling.side(Side.ERP).deleted() || coupling.side(Side.CRM).deleted()) {
            open.add(PairState.WHOLE);
        } else if (question != null) {
            open.addAll(question.rules());
        }
        return open;
    }
}
