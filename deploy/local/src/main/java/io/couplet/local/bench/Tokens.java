package io.couplet.local.bench;

import java.util.concurrent.atomic.AtomicLong;

/** Values that no other edit has, in this run or another one; at most 30 characters. Safe for many threads. */
final class Tokens {
    static final String PREFIX = "bench ";

    private final String run;
    private final AtomicLong next = new AtomicLong();

    /**
     * @param startedAt milliseconds since the epoch
     */
    Tokens(long startedAt) {
        this.run = Long.toString(startedAt, Character.MAX_RADIX);
    }

    String next() {
        return PREFIX + run + " " + next.incrementAndGet();
    }
}
