package io.couplet.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Forgets couplings that were dissolved long ago, a batch at a time, so that no pause is noticed.
 *
 * <p>In two steps, since a crash may keep a state and lose a message or the other way round: what the public reads is withdrawn first, and
 * the state goes with the next batch, when that is committed. Used by one processor instance.
 */
final class Expiry {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 250;

    private final ProcessorContext<String, Object> context;
    private final PairStates pairs;
    private final Departures departures;
    private final Duration lifetime;
    private final Set<String> withdrawn = new HashSet<>();
    private String position = "";

    /**
     * Begins to look through the couplings.
     *
     * @param lifetime how long a dissolved coupling is remembered
     */
    Expiry(ProcessorContext<String, Object> context, PairStates pairs, Departures departures, Duration lifetime) {
        this.context = context;
        this.pairs = pairs;
        this.departures = departures;
        this.lifetime = lifetime;
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
    }

    /** Somebody speaks to a coupling: what it publishes now must be withdrawn again. */
    void spokenTo(String coupling) {
        withdrawn.remove(coupling);
    }

    private void sweep(Instant now) {
        withdrawn.forEach(pairs::forget);
        withdrawn.clear();
        Instant begin = now.minus(lifetime);
        position = pairs.visit(position, BATCH, (coupling, front) -> {
            if (front.standing().endedBefore(begin)) {
                withdraw(coupling);
            }
        });
        if (!withdrawn.isEmpty()) {
            context.commit();
        }
    }

    private void withdraw(String coupling) {
        departures.forward(Lane.COUPLINGS, coupling, null);
        departures.forward(Lane.SET_ASIDE, coupling, null);
        withdrawn.add(coupling);
    }
}
