package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the wish to couple two records. */
final class CoupleEffect implements Effect {

    private static final Set<CouplingState> ON_ITS_WAY =
            Set.of(CouplingState.INCOMPLETE, CouplingState.CREATING, CouplingState.DISSOLVING);

    private final String erp;
    private final String crm;
    private @Nullable String refusal;
    private @Nullable Coupling now;

    CoupleEffect(String erp, String crm) {
        this.erp = erp;
        this.crm = crm;
    }

    @Override
    public boolean see(News news) {
        if (news instanceof News.Decided decided && decided.about().equals(erp)) {
            refusal = CouplingEffect.refused(decided.decision())
                    ? decided.decision().getDecision()
                    : refusal;
            return true;
        } else if (news instanceof News.Coupled coupled && mine(coupled.coupling())) {
            now = coupled.coupling();
            return true;
        }
        return now != null && news.about().equals(now.getId());
    }

    /** The coupling wants both, or has them; one that was made for something else is of no concern. */
    private boolean mine(Coupling coupling) {
        boolean lead = erp.equals(coupling.getErp().getRef());
        boolean partner = crm.equals(coupling.getCrm().getRef()) || crm.equals(coupling.getWanted());
        return lead && partner;
    }

    @Override
    public boolean ended() {
        return refusal != null || (now != null && !ON_ITS_WAY.contains(now.getState()));
    }

    private boolean dissolved() {
        return now != null && now.getState() == CouplingState.DISSOLVED;
    }

    @Override
    public String words() {
        if (refusal != null) {
            return refusal;
        } else if (now == null) {
            return "asked, and not answered yet";
        } else if (dissolved()) {
            return "not coupled: " + crm + " does not join; it belongs to another coupling, or is gone";
        }
        return (ended() ? "coupled" : "under way") + ": " + now.getId() + " (" + CouplingEffect.word(now.getState())
                + ")";
    }

    @Override
    public int exit() {
        if (!ended()) {
            return Outcomes.GAVE_UP;
        }
        return refusal != null || dissolved() ? Outcomes.REFUSED : Outcomes.DONE;
    }
}
