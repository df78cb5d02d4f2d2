package io.couplet.local.stack;

import java.time.Duration;

/** How long to pause before starting a child again: longer after each quick death. Not thread-safe. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HEALTHY_LIFE = Duration.ofSeconds(20);

    private Duration pause = FIRST;
    private long startedAt = System.nanoTime();

    /** Notes that the child has been started. */
    void started() {
        startedAt = System.nanoTime();
    }

    /** The pause before the next start. */
    Duration next() {
        Duration life = Duration.ofNanos(System.nanoTime() - startedAt);
        if (life.compareTo(HEALTHY_LIFE) > 0) {
            pause = FIRST;
        }
        Duration chosen = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return chosen;
    }
}
