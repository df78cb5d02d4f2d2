package io.couplet.domain.pair;

import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.pair.Question.Kind;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many couplings of one mapping have lost a record lately, as far as one partition knows: by it a mass delete is noticed and stopped.
 *
 * <p>It is derived from the couplings' states and from nothing else, so that it need not be stored: {@link #moved} takes in each coupling once
 * at start, then each step. A loss that a person agreed to does not count. A loss that is held back, or on its way to the other side,
 * counts until that is decided, others until the breaker's time has passed.
 *
 * <p>Each partition judges by itself, with its part of what may always be lost. Couplings spread evenly over partitions, so that of a
 * large mapping each partition sees the share of all; of a small one, a partition may stop a little early. Together they never let more
 * go than the mapping allows. Used by one thread.
 */
public final class Losses {
    private enum Standing {
        /** Both records are there, or a person is to decide about a delete by itself. */
        LIVE,
        /** One record is gone; what becomes of the other one is not settled. */
        UNSETTLED,
        /** Dissolved by a delete. */
        LOST,
        /** Of no concern: never complete, ended otherwise, or lost with a person's consent. */
        NONE
    }

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

    /** Takes in a step of a coupling; one that was found at start comes from {@link PairState#unknown}. */
    public void moved(PairState before, PairState after) {
        Standing then = standing(before);
        Standing now = standing(after);
        if (then == now) {
            return;
        }
        count(then, before.endedAt(), -1);
        count(now, after.endedAt(), 1);
    }

    /** Whether it would be too much if this coupling lost a record now. */
    public boolean tooMany(PairState coupling, Instant now) {
        if (unsettled + lost < always) {
            return false;
        }
        forget(now);
        int others = unsettled + lost - (standing(coupling) == Standing.UNSETTLED ? 1 : 0);
        return others >= always && others + 1 > breakers.deletedShare() * (live + unsettled + lost);
    }

    private void count(Standing standing, @Nullable Instant endedAt, int change) {
        switch (standing) {
            case LIVE -> live += change;
            case UNSETTLED -> unsettled += change;
            case LOST -> lose(endedAt == null ? Instant.EPOCH : endedAt, change);
            case NONE -> {}
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

    private static Standing standing(PairState coupling) {
        SideState erp = coupling.erp();
        SideState crm = coupling.crm();
        if (erp.image() == null || crm.image() == null || coupling.agreedToDelete()) {
            return Standing.NONE;
        }
        if (coupling.dead() != null) {
            return coupling.dead() == ReleaseReason.DELETED ? Standing.LOST : Standing.NONE;
        }
        boolean gone = gone(erp) || gone(crm);
        return gone && !decidedOneByOne(coupling) ? Standing.UNSETTLED : Standing.LIVE;
    }

    private static boolean gone(SideState side) {
        return side.image() != null && side.image().deleted();
    }

    /** A person is asked about this delete alone, or the other system refused it: nothing is lost by itself. */
    private static boolean decidedOneByOne(PairState coupling) {
        Question question = coupling.question();
        boolean asked = question != null && question.kind() == Kind.DELETE;
        return asked || coupling.erp().rejected() != null || coupling.crm().rejected() != null;
    }
}
