package io.couplet.recording;

import io.couplet.contract.CoupledSide;
import io.couplet.contract.Coupling;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Outcome;
import io.couplet.guarantee.Recording.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What public topics say has become of the newest versions of records. Of older versions they say nothing.
 *
 * @param owners what the Directory says of a record, by {@code <ref>@<mapping>}
 * @param couplings by id
 */
record NewestOutcomes(Map<String, OwnershipEntry> owners, Map<String, Coupling> couplings) {

    /** What has become of these versions, as far as it is told. */
    List<Outcome> of(Set<Seen> newest) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Seen seen : newest) {
            OwnershipEntry entry = owners.get(seen.ref() + "@" + seen.mapping());
            if (entry != null) {
                outcome(seen, entry).ifPresent(outcome -> outcomes.add(new Outcome(seen, outcome)));
            }
        }
        return outcomes;
    }

    private Optional<ChangeOutcome> outcome(Seen seen, OwnershipEntry entry) {
        return switch (entry.getOutcome()) {
            case "pooled" -> Optional.of(ChangeOutcome.POOLED);
            case "filtered" -> Optional.of(ChangeOutcome.FILTERED);
            case "held" -> Optional.of(ChangeOutcome.HELD);
            case "matching" -> Optional.of(ChangeOutcome.PARKED);
            case "ambiguous" -> Optional.of(ChangeOutcome.SET_ASIDE);
            case "forwarded" ->
                Optional.ofNullable(couplings.get(entry.getOwner())).flatMap(owner -> within(owner, seen));
            default -> Optional.empty();
        };
    }

    /** A coupling is published when what it is has changed, not with every version that it sees: what it is, is told of the newest one. */
    private static Optional<ChangeOutcome> within(Coupling owner, Seen seen) {
        CoupledSide side = seen.ref().side() == Side.ERP ? owner.getErp() : owner.getCrm();
        if (!seen.ref().text().equals(side.getRef())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (owner.getState()) {
                    case ACTIVE -> owner.getDrift().isEmpty() ? ChangeOutcome.AGREED : ChangeOutcome.DRIFT;
                    case SUSPENDED -> ChangeOutcome.FILTERED;
                    case PARKED -> ChangeOutcome.PARKED;
                    case SET_ASIDE -> ChangeOutcome.SET_ASIDE;
                    case INCOMPLETE, DISSOLVED -> ChangeOutcome.POOLED;
                    case CREATING, DISSOLVING -> ChangeOutcome.PENDING;
                });
    }
}
