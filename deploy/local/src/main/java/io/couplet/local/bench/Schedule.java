package io.couplet.local.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When each edit is due: at a fixed rate from a beginning, whatever became of the edits before it.
 *
 * @param begin of {@link System#nanoTime}
 * @param rate edits per second
 */
record Schedule(long begin, int rate) {

    /** When the edit of that number is due, on the clock of {@link System#nanoTime}. */
    long due(int number) {
        return begin + TimeUnit.SECONDS.toNanos(number) / rate;
    }

    /**
     * Waits until the edit is due.
     *
     * @return how many nanoseconds too late it is; 0 if it is in time
     */
    long await(int number) {
        long due = due(number);
        while (due - System.nanoTime() > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        return Math.max(0, System.nanoTime() - due);
    }
}
