package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.PairMessage.Inheritance;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What two records agreed on under a former coupling of the same two, and what they leave to the next one (H22). */
final class Legacy {
    private final Coupling coupling;

    Legacy(Coupling coupling) {
        this.coupling = coupling;
    }

    /** The former coupling of both records, whose answer is awaited; null where none is. */
    @Nullable
    String awaited() {
        String former = coupling.side(Side.ERP).former;
        boolean same = former != null && former.equals(coupling.side(Side.CRM).former);
        return same && coupling.dead == null && coupling.holds(Guard.BASE_INHERITED) ? former : null;
    }

    /** A record names the coupling that it belonged to last; of no concern once something was agreed in this one. */
    void named(PairSide side, @Nullable String former) {
        side.former = agreedOnNothing() ? former : null;
        coupling.speech.askFormer();
    }

    private boolean agreedOnNothing() {
        return coupling.side(Side.ERP).base.equals(PerRule.none())
                && coupling.side(Side.CRM).base.equals(PerRule.none());
    }

    /** Goes on from what was agreed; whether that was awaited. */
    boolean take(Inheritance left) {
        if (!left.former().equals(awaited())) {
            return false;
        }
        for (Rule rule : coupling.mapping.rules()) {
            Value onErp = left.erp().get(rule.name());
            Value onCrm = left.crm().get(rule.name());
            if (onErp != null && onCrm != null) {
                coupling.agree(rule, onErp, onCrm);
            }
        }
        take(coupling.side(Side.ERP), left.erpVersion());
        take(coupling.side(Side.CRM), left.crmVersion());
        return true;
    }

    private static void take(PairSide side, Version agreed) {
        side.baseVersion = side.baseVersion.max(agreed);
        side.former = null;
    }

    /** What this coupling leaves to the next one of its records: nothing unless a person dissolved it, and nothing of what was drift. */
    Inheritance left() {
        PairSide erp = coupling.side(Side.ERP);
        PairSide crm = coupling.side(Side.CRM);
        if (coupling.dead != ReleaseReason.UNCOUPLED) {
            return new Inheritance(coupling.id, new TreeMap<>(), new TreeMap<>(), Version.NONE, Version.NONE);
        }
        return new Inheritance(coupling.id, agreed(erp), agreed(crm), erp.baseVersion, crm.baseVersion);
    }

    private SortedMap<String, Value> agreed(PairSide side) {
        SortedMap<String, Value> agreed = new TreeMap<>();
        for (Rule rule : coupling.mapping.rules()) {
            Value value = side.base.get(rule.index());
            if (value != null && coupling.agreedOn(rule) && !coupling.drift.containsKey(rule.name())) {
                agreed.put(rule.name(), value);
            }
        }
        return agreed;
    }
}
