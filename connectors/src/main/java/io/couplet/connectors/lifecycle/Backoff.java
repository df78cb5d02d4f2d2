package io.couplet.connectors.lifecycle;

import java.time.Duration;

/**
 * How long to wait before the next attempt: doubled each time up to a cap, and from the start again after a success.
 * Safe for use by several threads.
 */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration CAP = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /** The wait before the next attempt. */
    public synchronized Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(CAP) > 0 ? CAP : doubled;
        return wait;
    }

    /** Notes that it worked. */
    public synchronized void succeeded() {
        next = FIRST;
    }
}
