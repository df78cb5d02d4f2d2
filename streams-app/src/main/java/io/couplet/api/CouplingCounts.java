package io.couplet.api;

import io.couplet.contract.CouplingState;
import java.util.Map;

/**
 * How many couplings of a mapping are in which state.
 *
 * @param incomplete one of the two places is not taken yet
 * @param creating the counterpart is being created
 * @param active both records are kept in step
 * @param suspended out of the mapping's filter: recorded, not written
 * @param parked waiting for a record that they refer to
 * @param setAside waiting for a new change or a person
 * @param dissolving waiting for what is in flight before they let go
 * @param dissolved no longer the same thing
 */
public record CouplingCounts(
        long incomplete,
        long creating,
        long active,
        long suspended,
        long parked,
        long setAside,
        long dissolving,
        long dissolved) {

    static CouplingCounts of(Map<CouplingState, Long> counts) {
        return new CouplingCounts(
                counts.getOrDefault(CouplingState.INCOMPLETE, 0L),
                counts.getOrDefault(CouplingState.CREATING, 0L),
                counts.getOrDefault(CouplingState.ACTIVE, 0L),
                counts.getOrDefault(CouplingState.SUSPENDED, 0L),
                counts.getOrDefault(CouplingState.PARKED, 0L),
                counts.getOrDefault(CouplingState.SET_ASIDE, 0L),
                counts.getOrDefault(CouplingState.DISSOLVING, 0L),
                counts.getOrDefault(CouplingState.DISSOLVED, 0L));
    }

    /** How many are on their way to another state by themselves. */
    public long moving() {
        return incomplete + creating + dissolving;
    }
}
