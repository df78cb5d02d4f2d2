package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Plays the histories of many seeds, on all processors, and judges each. The same seeds give the same report, but for the time. */
public final class Simulation {
    private static final int AT_ONCE = 50;

    private final Seeds seeds;
    private final int steps;
    private final Guards guards;
    private final boolean toTheEnd;
    private final AtomicLong next;
    private final AtomicLong lowestBroken = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong played = new AtomicLong();

    /**
     * The seeds to play.
     *
     * @param first the first one
     * @param last the last one, not below the first
     */
    public record Seeds(long first, long last) {
        /** Refuses an empty range. */
        public Seeds {
            if (first > last) {
                throw new IllegalArgumentException("there is no seed from " + first + " to " + last);
            }
        }

        /** How many there are. */
        public long count() {
            return last - first + 1;
        }
    }

    /**
     * A simulation that has not begun.
     *
     * @param steps how many actions each history has, before everything comes to rest
     * @param guards which rules of the core hold
     * @param toTheEnd whether it goes on after a promise was broken
     */
    public Simulation(Seeds seeds, int steps, Guards guards, boolean toTheEnd) {
        this.toTheEnd = toTheEnd;
        this.seeds = seeds;
        this.steps = steps;
        this.guards = guards;
        next = new AtomicLong(seeds.first());
    }

    /**
     * Plays the seeds, in order.
     *
     * @param progress is told now and then, from any thread, how many were played
     */
    public Report run(LongConsumer progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            long began = System.nanoTime();
            List<Future<Share>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                shares.add(workers.submit(worker(progress)));
            }
            Share all = new Share();
            for (Future<Share> share : shares) {
                all.add(share.get());
            }
            return new Report(
                    all.tally, all.broken, played.get(), new Report.Effort(steps, threads, System.nanoTime() - began));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation itself failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What one thread found. */
    private static final class Share {
        final Tally tally = new Tally();
        final Map<Long, List<Violation>> broken = new TreeMap<>();

        void add(Share other) {
            tally.add(other.tally);
            broken.putAll(other.broken);
        }
    }

    private Callable<Share> worker(LongConsumer progress) {
        return () -> {
            Share share = new Share();
            Guards counted = guards.counting();
            long first = next.getAndAdd(AT_ONCE);
            while (first <= seeds.last() && (toTheEnd || first < lowestBroken.get())) {
                for (long seed = first; seed < first + AT_ONCE && seed <= seeds.last(); seed++) {
                    play(seed, counted, share);
                }
                progress.accept(played.get());
                first = next.getAndAdd(AT_ONCE);
            }
            share.tally.take(counted);
            return share;
        };
    }

    private void play(long seed, Guards counted, Share share) {
        History history = History.of(seed, steps);
        Judged judged = new Judged(history, counted);
        Ending ending = judged.ending();
        if (ending != null) {
            share.tally.take(history, ending);
        }
        if (!judged.violations().isEmpty()) {
            share.broken.put(seed, judged.violations());
            lowestBroken.accumulateAndGet(seed, Math::min);
        }
        played.incrementAndGet();
    }
}
