package io.couplet.connectors.capture;

import io.debezium.connector.base.QueueProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the engine has read of the log and not yet handed on. Its reader waits for the next record by asking again and again how many there are, for
 * about half of the time in which both systems are at work; here it is let wait a little before it is told that there are none. Made by the
 * engine; one thread writes and one reads, both under the engine's lock.
 *
 * @param <T> what the engine keeps in it
 */
public final class PausingQueue<T> implements QueueProvider<T> {
    /** What the engine knows it by. */
    static final String NAME = "couplet-pausing";

    /** Short beside the engine's own wait, during which alone the writer gets at the queue. */
    private static final Duration PAUSE = Duration.ofNanos(250_000);

    private final Queue<T> records = new ArrayDeque<>();
    private @Nullable Thread writer;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to set: the engine itself keeps the queue from growing.
    }

    @Override
    public void enqueue(T record) {
        writer = Thread.currentThread();
        records.add(record);
    }

    @Override
    public @Nullable T poll() {
        return records.poll();
    }

    @Override
    public int size() {
        if (records.isEmpty() && Thread.currentThread() != writer) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return records.size();
    }
}
