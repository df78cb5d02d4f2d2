package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a request by which a record founds a coupling, or is refused one. */
abstract class FoundingEffect implements Effect {
    private final String founder;
    private final Set<CouplingState> onItsWay;
    private @Nullable String refusal;
    private @Nullable Coupling now;

    /**
     * Expects a coupling.
     *
     * @param founder the record that is to found it
     * @param onItsWay states in which more is waited for
     */
    FoundingEffect(String founder, Set<CouplingState> onItsWay) {
        this.founder = founder;
        this.onItsWay = onItsWay;
    }

    /**
     * Whether a coupling is the one that was asked for.
     *
     * @param known the one that was taken for it so far, null where there was none
     */
    abstract boolean isMeant(Coupling coupling, @Nullable Coupling known);

    /** Whether the coupling is what was asked for. Only asked once nothing more is waited for. */
    abstract boolean succeeded(Coupling coupling);

    /** How the coupling stands, in words. */
    abstract String words(Coupling coupling);

    @Override
    public final boolean see(News news) {
        if (news instanceof News.Decided decided && decided.about().equals(founder)) {
            refusal = CouplingEffect.refused(decided.decision())
                    ? decided.decision().getDecision()
                    : refusal;
            return true;
        } else if (news instanceof News.Coupled coupled && isMeant(coupled.coupling(), now)) {
            now = coupled.coupling();
            return true;
        }
        return now != null && news.about().equals(now.getId());
    }

    @Override
    public final boolean ended() {
        return refusal != null || (now != null && !onItsWay.contains(now.getState()));
    }

    @Override
    public final String words() {
        if (refusal != null) {
            return refusal;
        }
        return now == null ? "asked, and not answered yet" : words(now);
    }

    @Override
    public final int exit() {
        if (!ended()) {
            return Outcomes.GAVE_UP;
        }
        return refusal == null && now != null && succeeded(now) ? Outcomes.DONE : Outcomes.REFUSED;
    }

    /** The coupling's id with its state. */
    static String named(Coupling coupling) {
        return coupling.getId() + " (" + CouplingEffect.word(coupling.getState()) + ")";
    }
}
