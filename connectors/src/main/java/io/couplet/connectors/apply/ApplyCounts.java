package io.couplet.connectors.apply;

import io.couplet.contract.CommandResult;
import io.couplet.contract.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many commands of one system had which outcome since the process started. Safe for use by several threads. */
public final class ApplyCounts {

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final LongAdder repeated = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();

    /** Begins with nothing. */
    public ApplyCounts() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /** Commands with this outcome; those answered from memory are counted under {@link #repeated} instead. */
    public long of(Outcome outcome) {
        LongAdder count = outcomes.get(outcome);
        return count == null ? 0 : count.sum();
    }

    /** Commands that came again and were answered from memory. */
    public long repeated() {
        return repeated.sum();
    }

    /** Messages that were no commands. */
    public long deadLettered() {
        return deadLettered.sum();
    }

    void count(CommandResult result) {
        if (result.getRepeated()) {
            repeated.increment();
            return;
        }
        LongAdder count = outcomes.get(result.getOutcome());
        if (count != null) {
            count.increment();
        }
    }

    void countDeadLetter() {
        deadLettered.increment();
    }
}
