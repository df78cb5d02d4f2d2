package io.couplet.domain.pair;

import io.couplet.domain.mapping.Policies.Breakers;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many couplings of one mapping have lost a record lately, as far as one partition knows: by it a mass delete is noticed and stopped.
 *
 * <p>It is derived from the couplings' states and from nothing else, so that it need not be stored: {@link #found} takes in each coupling at start,
 * {@link #moved} each step. A loss that a person agreed to does not count. A loss that is held back, or on its way to the other side,
 * counts until that is decided, others until the breaker's time has passed.
 *
 * <p>Each partition judges by itself, with its part of what may always be lost. Couplings spread evenly over partitions, so that of a
 * large mapping each partition sees the share of all; of a small one, a partition may stop a little early. Together they never let more
 * go than the mapping allows. Used by one thread.
 */
public final class Losses {
    private final Breakers breakers;
    private final int always;
    private final NavigableMap<Instant, Integer> times = new TreeMap<>();
    private Instant latest = Instant.EPOCH;
    private int live;
    private int unsettled;
    private int lost;

    /**
     * Knows of no coupling yet.
     *
     * @param breakers what the mapping allows
     * @param partitions among how many the mapping's couplings are spread
     */
    public Losses(Breakers breakers, int partitions) {
        this.breakers = breakers;
        this.always = Math.floorDiv(breakers.deletedAtLeast() + partitions - 1, partitions);
    }

    /** Takes in a coupling that was there before. */
    public void found(Standing standing) {
        count(standing, 1);
    }

    /** Takes in a step of a coupling; the first one comes from {@link PairState#unknown}. */
    public void moved(PairState before, PairState after) {
        Standing then = Standing.of(before);
        Standing now = Standing.of(after);
        if (!then.equals(now)) {
            count(then, -1);
            count(now, 1);
        }
    }

    /** Whether it would be too much if this coupling lost a record now. */
    public boolean tooMany(PairState coupling, Instant now) {
        if (unsettled + lost < always) {
            return false;
        }
        forget(now);
        int others = unsettled + lost - (Standing.of(coupling).kind() == Standing.Kind.UNSETTLED ? 1 : 0);
        return others >= always && others + 1 > breakers.deletedShare() * (live + unsettled + lost);
    }

    private void count(Standing standing, int change) {
        switch (standing.kind()) {
            case LIVE -> live += change;
            case UNSETTLED -> unsettled += change;
            case LOST -> lose(standing.endedAt() == null ? Instant.EPOCH : standing.endedAt(), change);
            case OTHER -> {}
        }
    }

    /** What comes in late is left out if its time has passed, and what is taken back after that has gone already. */
    private void lose(Instant at, int change) {
        forget(at);
        if (!at.isBefore(begin())) {
            lost += change;
            times.merge(at, change, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    private void forget(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        NavigableMap<Instant, Integer> past = times.headMap(begin(), false);
        lost -= past.values().stream().mapToInt(Integer::intValue).sum();
        past.clear();
    }

    private Instant begin() {
        return latest.minus(breakers.deletedWithin());
    }
}
