package io.couplet.connectors.capture;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far the capture of one system has come. Written by its handler, read by any thread. */
public final class CaptureCounts {

    private final AtomicLong captured = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();
    private final AtomicReference<@Nullable String> nonce = new AtomicReference<>();
    private volatile boolean snapshotComplete;

    /** Changes published since the process started, read ones included. */
    public long captured() {
        return captured.get();
    }

    /** Rows that could not be published and went to dead letters. */
    public long deadLettered() {
        return deadLettered.get();
    }

    /** The nonce up to which everything has been published; null before the first. */
    public @Nullable String nonce() {
        return nonce.get();
    }

    /** Whether everything that was there before capture came has been published, end markers included. */
    public boolean snapshotComplete() {
        return snapshotComplete;
    }

    void published(long changes, long dead) {
        captured.addAndGet(changes);
        deadLettered.addAndGet(dead);
    }

    void sawNonce(@Nullable String seen) {
        nonce.set(seen);
    }

    void snapshotIsComplete(boolean complete) {
        snapshotComplete = complete;
    }
}
