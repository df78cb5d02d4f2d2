package io.couplet.simulation;

import io.couplet.contract.Coupling;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.CouplingRecords;
import java.time.Instant;

/**
 * What the public reads of a coupling, made when somebody reads it.
 *
 * @param mapping the coupling's mapping
 * @param state its state when it was published
 * @param at when that was
 */
record PublishedPair(Mapping mapping, PairState state, Instant at) {
    Coupling read() {
        return CouplingRecords.coupling(mapping, state, at);
    }

    @Override
    public String toString() {
        return "coupling " + state.id() + " as decided so far";
    }
}
