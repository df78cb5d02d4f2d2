package io.couplet.ops;

import io.couplet.api.BrokerUnreachable;
import io.couplet.api.OffsetLag;
import io.couplet.api.OffsetLags;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the offset lag of every consumer group every few seconds, also that of connectors: a process that is down cannot
 * tell its own lag. While the broker does not answer, the figures are missing rather than old.
 */
final class LagMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LagMonitor.class);
    private static final long SECONDS = 3;

    private final OffsetLags offsets;
    private final MultiGauge lag;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> measuring;

    private LagMonitor(OffsetLags offsets, MeterRegistry metrics) {
        this.offsets = offsets;
        this.lag = MultiGauge.builder("couplet.offset.lag")
                .description("Records that a consumer group has still to read")
                .register(metrics);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "couplet-lag");
            thread.setDaemon(true);
            return thread;
        });
        this.measuring = timer.scheduleWithFixedDelay(this::measure, 0, SECONDS, TimeUnit.SECONDS);
    }

    static LagMonitor start(OffsetLags offsets, MeterRegistry metrics) {
        return new LagMonitor(offsets, metrics);
    }

    private void measure() {
        try {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            offsets.read().forEach(offset -> rows.add(MultiGauge.Row.of(tags(offset), offset.lag())));
            lag.register(rows, true);
        } catch (BrokerUnreachable e) {
            LOG.atDebug().addKeyValue("cause", e.getMessage()).log("lag is not known");
            lag.register(List.of(), true);
        } catch (RuntimeException e) {
            // Thrown on, it would end the measuring without a word.
            LOG.atError().setCause(e).log("lag cannot be measured");
            lag.register(List.of(), true);
        }
    }

    private static Tags tags(OffsetLag offset) {
        return Tags.of(
                "group", offset.group(),
                "topic", offset.topic(),
                "partition", Integer.toString(offset.partition()));
    }

    @Override
    public void close() {
        measuring.cancel(true);
        timer.shutdown();
    }
}
