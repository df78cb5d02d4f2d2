package io.couplet.e2e.chaos;

import io.couplet.e2e.recording.Recorder;
import io.couplet.guarantee.Recording;
import io.couplet.local.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A stack on which people work while one thing after another goes wrong, and what happened there. Each round goes on with what the one before
 * left. For one thread.
 */
public final class Ordeal implements AutoCloseable {
    private static final List<String> SHIFTS = List.of("at_least_once", "exactly_once_v2");
    private static final Duration REST = Duration.ofMinutes(8);
    private static final long PACE_MILLIS = 15;

    /** Enough that whoever stands still has something in hand. */
    private static final int BURST = 20;

    private final ShakenStack stack;
    private final Duration shift;
    private final AtomicLong meetings = new AtomicLong();
    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private String current = SHIFTS.get(0);
    private @Nullable Recorder recorder;

    /**
     * Nothing is started yet.
     *
     * @param directory where the stack keeps its data
     * @param shift how long people work under each processing guarantee
     */
    public Ordeal(Path directory, Duration shift) {
        this.stack = new ShakenStack(directory);
        this.shift = shift;
    }

    /** Starts everything; returns when both systems are in step. */
    public void start() {
        stack.startInfrastructure();
        stack.shrink();
        recorder = new Recorder(stack.endpoints());
        stack.work(current);
        stack.settle(REST);
    }

    /**
     * Each of those who decide stands still in the middle of many changes, until the other one has taken over and has gone on, and then goes on
     * where it stood. In the end everything comes to rest.
     *
     * @return everything that happened since the start
     */
    public Recording standstill() {
        Recorder records = recorder();
        for (Worker worker : stack.streams()) {
            diary.add(worker.name() + " stands still under " + current);
            for (int i = 0; i < BURST; i++) {
                if (i == BURST / 4) {
                    worker.pause();
                }
                editAll(worker.name() + i);
            }
            comesToRest();
            editAll("taken over");
            comesToRest();
            worker.resume();
            stack.awaitDeciders(stack.streams().size());
        }
        return records.record(comesToRest());
    }

    private void editAll(String value) {
        stack.crm("carla").update("update account set fax = '" + value + "'");
    }

    private Recorder recorder() {
        Recorder records = recorder;
        if (records == null) {
            throw new IllegalStateException("not started");
        }
        return records;
    }

    /**
     * People work and things go wrong, under each processing guarantee in turn; then everything comes to rest.
     *
     * @return everything that happened since the start
     */
    public Recording round(long seed) {
        Recorder records = recorder();
        Random random = new Random(seed);
        for (String guarantee : SHIFTS) {
            if (!guarantee.equals(current)) {
                stack.work(guarantee);
                current = guarantee;
            }
            diary.add("seed " + seed + ", " + guarantee);
            Chaos chaos = new Chaos(stack, random.nextLong(), diary::add);
            try (chaos) {
                work(random);
            }
        }
        return records.record(comesToRest());
    }

    private void work(Random random) {
        Random inErp = new Random(random.nextLong());
        Random inCrm = new Random(random.nextLong());
        ScheduledExecutorService desks = Executors.newScheduledThreadPool(2);
        try (Users erp = new Users("erp", stack::erp, List.of("anna", "bjorn"), inErp, meetings);
                Users crm = new Users("crm", stack::crm, List.of("carla", "david"), inCrm, meetings)) {
            List<Future<?>> work = new ArrayList<>();
            for (Users users : List.of(erp, crm)) {
                work.add(desks.scheduleAtFixedRate(users::act, 0, PACE_MILLIS, TimeUnit.MILLISECONDS));
            }
            boolean early = desks.awaitTermination(shift.toMillis(), TimeUnit.MILLISECONDS)
                    || work.stream().anyMatch(Future::isDone);
            desks.shutdownNow();
            if (early || !desks.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new AssertionError("somebody has given up, or does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean comesToRest() {
        try {
            stack.settle(REST);
            return true;
        } catch (StackException e) {
            diary.add(e.getMessage());
            return false;
        }
    }

    /** What went wrong so far, on purpose and by itself, in words. */
    public String told() {
        return String.join("\n", diary) + "\n" + String.join("\n", stack.ends());
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
        stack.close();
    }
}
