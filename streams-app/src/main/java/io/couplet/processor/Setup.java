package io.couplet.processor;

import io.couplet.domain.model.Side;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.LoadedMappings;
import java.time.Duration;
import java.util.Map;

/**
 * What the steps are told at start. Immutable; shared by all threads.
 *
 * @param mappings the rule sets
 * @param aggregates what is added up
 * @param accounts the integration account of each side
 * @param topicPrefix what all topic names begin with, without the dot
 * @param partitions how many partitions every topic has
 * @param dissolvedFor how long a dissolved coupling is remembered
 * @param observer who is told what the steps do
 */
public record Setup(
        LoadedMappings mappings,
        LoadedAggregates aggregates,
        Map<Side, String> accounts,
        String topicPrefix,
        int partitions,
        Duration dissolvedFor,
        StepObserver observer) {

    /** Copies the map. */
    public Setup {
        accounts = Map.copyOf(accounts);
    }

    String account(Side side) {
        return accounts.getOrDefault(side, "");
    }
}
