package io.couplet.local.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * How the records of one mapping came in step.
 *
 * @param coupled couplings that came in step
 * @param first when the first one did
 * @param last when the last one did
 */
record LoadRow(String mapping, long coupled, Instant first, Instant last) {

    /** With one more that came in step. */
    LoadRow and(Instant at) {
        return new LoadRow(mapping, coupled + 1, first.isBefore(at) ? first : at, last.isAfter(at) ? last : at);
    }

    /** How long it took from the first to the last. */
    Duration length() {
        return Duration.between(first, last);
    }

    /** Couplings per second in that time, of which there is at least one second. */
    double rate() {
        return coupled * 1000.0 / Math.max(1000, length().toMillis());
    }
}
