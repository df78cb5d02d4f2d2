package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the wish to couple two records. */
final class CoupleEffect extends FoundingEffect {

    private static final Set<CouplingState> ON_ITS_WAY =
            Set.of(CouplingState.INCOMPLETE, CouplingState.CREATING, CouplingState.DISSOLVING);

    private final String erp;
    private final String crm;

    CoupleEffect(String erp, String crm) {
        super(erp, ON_ITS_WAY);
        this.erp = erp;
        this.crm = crm;
    }

    /** It wants both, or has them; one that was made for something else is of no concern. */
    @Override
    boolean isMeant(Coupling coupling, @Nullable Coupling known) {
        boolean lead = erp.equals(coupling.getErp().getRef());
        boolean partner = crm.equals(coupling.getCrm().getRef()) || crm.equals(coupling.getWanted());
        return lead && partner;
    }

    @Override
    boolean succeeded(Coupling coupling) {
        return coupling.getState() != CouplingState.DISSOLVED;
    }

    @Override
    String words(Coupling coupling) {
        if (!succeeded(coupling)) {
            return "not coupled: " + crm + " does not join; it belongs to another coupling, or is gone";
        }
        return (ended() ? "coupled: " : "under way: ") + named(coupling);
    }
}
