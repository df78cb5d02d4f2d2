package io.couplet.processor;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.pair.Losses;
import io.couplet.domain.pair.PairState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Stops mass deletes among the couplings of one partition, by mapping. Derived from the couplings, at start from all of them. */
final class DeleteBreaker {
    private final Map<String, Losses> losses = new HashMap<>();

    DeleteBreaker(Setup setup, PairStates pairs) {
        for (Mapping mapping : setup.mappings().all()) {
            losses.put(mapping.name(), new Losses(mapping.policies().breakers(), setup.partitions()));
        }
        pairs.visit("", Integer.MAX_VALUE, (coupling, front) -> {
            // Couplings of a mapping that was taken away stay in the store.
            if (losses.containsKey(front.mapping())) {
                of(front.mapping()).found(front.standing());
            }
        });
    }

    /** Whether this coupling's delete, if it has one, is to be held back. */
    boolean stops(Mapping mapping, PairState coupling, Instant now) {
        return of(mapping.name()).tooMany(coupling, now);
    }

    /** A coupling has taken a step. */
    void moved(Mapping mapping, PairState before, PairState after) {
        of(mapping.name()).moved(before, after);
    }

    private Losses of(String mapping) {
        return Objects.requireNonNull(losses.get(mapping));
    }
}
