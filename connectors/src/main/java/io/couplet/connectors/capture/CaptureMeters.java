package io.couplet.connectors.capture;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The figures of one system's capture. Used by its handler alone. */
final class CaptureMeters {

    private record CountKey(String entity, ChangeOp op) {}

    private final MeterRegistry registry;
    private final Timer commitToCapture;
    private final Timer captureToPublish;
    private final Counter deadLettered;
    private final Map<CountKey, Counter> counters = new HashMap<>();

    CaptureMeters(String system, MeterRegistry registry) {
        this.registry = registry;
        commitToCapture = delay("commit-to-capture", system);
        captureToPublish = delay("capture-to-publish", system);
        deadLettered = Counter.builder("couplet.capture.dead.letters")
                .description("Rows that could not be made a change of")
                .tag("system", system)
                .register(registry);
    }

    private Timer delay(String stage, String system) {
        return Timer.builder("couplet.capture.delay")
                .description("Time between two stages of a change's way from the source's commit to its topic")
                .tag("system", system)
                .tag("stage", stage)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500_000))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(registry);
    }

    void captured(String entity, Change change) {
        counters.computeIfAbsent(new CountKey(entity, change.op()), this::counter)
                .increment();
        if (change.op() != ChangeOp.READ) {
            commitToCapture.record(atLeastZero(Duration.between(change.committedAt(), change.capturedAt())));
        }
    }

    private Counter counter(CountKey key) {
        return Counter.builder("couplet.capture.changes")
                .description("Changes captured")
                .tag("entity", key.entity())
                .tag("op", key.op().name())
                .register(registry);
    }

    void published(Duration underWay, long changes, long dead) {
        if (changes > 0) {
            captureToPublish.record(atLeastZero(underWay));
        }
        deadLettered.increment((double) dead);
    }

    /** The source has its own clock, which may be ahead of ours. */
    private static Duration atLeastZero(Duration delay) {
        return delay.isNegative() ? Duration.ZERO : delay;
    }
}
