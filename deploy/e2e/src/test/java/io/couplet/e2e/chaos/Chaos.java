package io.couplet.e2e.chaos;

import io.couplet.local.stack.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets one thing after another go wrong, chosen by a seed: on one thread processes, on another networks. What it begins it ends. */
public final class Chaos implements AutoCloseable {
    private static final Duration ZOMBIE = ShakenStack.SESSION.plusMillis(500);
    private static final List<Component> INFRASTRUCTURE =
            List.of(Component.ERP, Component.CRM, Component.BROKER, Component.REGISTRY);

    private final ShakenStack stack;
    private final long began = System.nanoTime();
    private final Consumer<String> diary;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> lanes = new ArrayList<>();

    /**
     * Something that goes wrong for a while.
     *
     * @param what in words
     * @param lasts how long
     * @param begin lets it go wrong
     * @param cure ends it
     */
    private record Fault(String what, Duration lasts, Runnable begin, Runnable cure) {}

    /**
     * Begins at once.
     *
     * @param diary is told what happens, by any thread
     */
    public Chaos(ShakenStack stack, long seed, Consumer<String> diary) {
        this.stack = stack;
        this.diary = diary;
        Random processes = new Random(seed);
        Random networks = new Random(seed + 1);
        lane("chaos-processes", () -> processFault(processes), processes);
        lane("chaos-networks", () -> networkFault(networks), networks);
    }

    private void lane(String name, Supplier<Fault> faults, Random random) {
        Thread thread = new Thread(
                () -> {
                    while (calm(Duration.ofMillis(200 + random.nextInt(800)))) {
                        suffer(faults.get());
                    }
                },
                name);
        thread.setDaemon(true);
        lanes.add(thread);
        thread.start();
    }

    /** Waits; whether there is to be more chaos then. */
    private boolean calm(Duration pause) {
        try {
            return !end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void suffer(Fault fault) {
        diary.accept("%6.1f s  %s for %d ms"
                .formatted(
                        (System.nanoTime() - began) / 1e9,
                        fault.what(),
                        fault.lasts().toMillis()));
        fault.begin().run();
        calm(fault.lasts());
        fault.cure().run();
    }

    private Fault processFault(Random random) {
        Worker streams = stack.streams().get(random.nextInt(2));
        Worker any = random.nextInt(3) == 0 ? stack.connectors() : streams;
        Component component = INFRASTRUCTURE.get(random.nextInt(INFRASTRUCTURE.size()));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Fault("kill " + any.name(), Duration.ZERO, any::kill, () -> {});
            case 2, 3 -> new Fault("kill " + component.id(), Duration.ZERO, () -> signal("KILL", component), () -> {});
            case 4, 5, 6 -> paused(streams, ZOMBIE.plusMillis(random.nextInt(2_000)));
            case 7 -> replaced(random);
            case 8 -> paused(any, Duration.ofMillis(50 + random.nextInt(1_000)));
            default -> {
                Duration lasts = Duration.ofMillis(50 + random.nextInt(2_500));
                yield new Fault(
                        "pause " + component.id(),
                        lasts,
                        () -> signal("STOP", component),
                        () -> signal("CONT", component));
            }
        };
    }

    private static Fault paused(Worker worker, Duration lasts) {
        return new Fault("pause " + worker.name(), lasts, worker::pause, worker::resume);
    }

    /** The applier stands still, another one takes its place, and the first goes on in the middle of what it did. */
    private Fault replaced(Random random) {
        Duration lasts = ZOMBIE.plusMillis(3_000 + random.nextInt(2_000));
        return new Fault(
                "replace connectors by another process while they stand still",
                lasts,
                () -> {
                    stack.connectors().pause();
                    stack.replacement().start();
                },
                () -> {
                    stack.connectors().resume();
                    calm(Duration.ofMillis(random.nextInt(1_500)));
                    stack.replacement().dismiss();
                });
    }

    private void signal(String signal, Component component) {
        stack.process(component).ifPresent(process -> Signal.sendToAll(signal, process));
    }

    private Fault networkFault(Random random) {
        List<String> names = stack.relays();
        String name = names.get(random.nextInt(names.size()));
        Relay relay = stack.relay(name);
        Trouble trouble =
                List.of(Trouble.SLOW, Trouble.HELD, Trouble.DEAF, Trouble.CUT).get(random.nextInt(4));
        Duration delay = Duration.ofMillis(5 + random.nextInt(200));
        int most = trouble == Trouble.DEAF ? 800 : 2 * (int) ShakenStack.SESSION.toMillis();
        return new Fault(
                name + " " + trouble,
                Duration.ofMillis(100 + random.nextInt(most)),
                () -> relay.become(trouble, delay),
                () -> relay.become(Trouble.NONE));
    }

    /** Ends it; when this returns everything that was begun has been ended. */
    @Override
    public void close() {
        end.countDown();
        for (Thread lane : lanes) {
            try {
                lane.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
