package io.couplet.local.bench;

import java.util.List;

/**
 * How long one competitor took for a burst; all times from the first commit in a source, in milliseconds.
 *
 * @param edits how many were made
 * @param missing neither arrived nor superseded: there should be none
 * @param writtenAfter until the last edit was committed in its source
 * @param agreedAfter until the last value arrived in its target
 * @param rate edits per second until then
 */
record BurstFigures(int edits, int missing, double writtenAfter, double agreedAfter, double rate) {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    /** Of all directions that took part at the same time. */
    static BurstFigures of(List<Accounting> parts) {
        int edits = parts.stream().mapToInt(Accounting::edits).sum();
        double agreed = (latest(parts) - first(parts)) / MICROS_PER_MILLI;
        long written = parts.stream().mapToLong(Accounting::lastCommit).max().orElse(0) - first(parts);
        return new BurstFigures(
                edits,
                parts.stream().mapToInt(Accounting::missing).sum(),
                written / MICROS_PER_MILLI,
                agreed,
                agreed > 0 ? edits * MILLIS_PER_SECOND / agreed : 0);
    }

    /** The first commit of all, microseconds since the epoch. */
    static long first(List<Accounting> parts) {
        return parts.stream().mapToLong(Accounting::firstCommit).min().orElse(0);
    }

    private static long latest(List<Accounting> parts) {
        return parts.stream().mapToLong(Accounting::lastArrival).max().orElse(0);
    }
}
