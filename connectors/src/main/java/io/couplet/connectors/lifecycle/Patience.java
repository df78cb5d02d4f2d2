package io.couplet.connectors.lifecycle;

import java.time.Duration;

/** Waiting for a thread to end, within limits. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Patience() {}

    /** Waits until the thread has ended or patience has; an interruption ends the waiting and stays noted. */
    public static void awaitEnd(Thread thread) {
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
