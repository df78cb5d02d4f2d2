package io.couplet.connectors.kafka;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some records on their way to the brokers. The sending thread adds to it, the producer's thread takes away.
 *
 * <p>That all were answered does not say that all arrived: ask {@link Outbox#throwIfFailed} as well.
 */
public final class Delivery {
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long answeredNanos = System.nanoTime();

    Delivery() {}

    void sent() {
        underWay.incrementAndGet();
    }

    void answered() {
        answeredNanos = System.nanoTime();
        underWay.decrementAndGet();
    }

    /** Whether the brokers have answered for all of them. */
    public boolean isAnswered() {
        return underWay.get() == 0;
    }

    /** When the brokers answered last, on the clock of {@link System#nanoTime}. */
    public long answeredNanos() {
        return answeredNanos;
    }
}
