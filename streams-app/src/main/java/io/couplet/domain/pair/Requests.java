package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.model.Side;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person asks of a coupling. */
final class Requests {
    private final Coupling coupling;

    Requests(Coupling coupling) {
        this.coupling = coupling;
    }

    /** To go on; whether there may be something to decide. */
    boolean retry() {
        coupling.side(Side.ERP).rejected = null;
        coupling.side(Side.CRM).rejected = null;
        coupling.volley = Volley.NONE;
        Question question = coupling.question;
        coupling.agreedToDelete |= question != null && question.kind() == Question.Kind.MASS_DELETE;
        return coupling.dead == null;
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
        Set<String> rules = resolve.rules().isEmpty() ? open() : resolve.rules();
        Mapping mapping = coupling.mapping;
        for (String rule : rules) {
            if (rule.equals(PairState.WHOLE)
                    || mapping.rules().stream().anyMatch(each -> each.name().equals(rule))) {
                coupling.chosen.put(rule, resolve.take());
                coupling.agreedToDelete |= rule.equals(PairState.WHOLE);
            } else {
                coupling.say("not resolved: " + mapping.name() + " has no rule " + rule);
            }
        }
        retry();
        return true;
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
