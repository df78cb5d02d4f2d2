package io.couplet.connectors.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The capture engine's own figures, which it shows over JMX alone. While it is not running they are not numbers. */
public final class EngineMeters {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMeters.class);

    /** By the name of our figure. */
    private static final Map<String, String> STREAMING = Map.of(
            "couplet.engine.behind.source.millis", "MilliSecondsBehindSource",
            "couplet.engine.queue.capacity", "QueueTotalCapacity",
            "couplet.engine.queue.free", "QueueRemainingCapacity",
            "couplet.engine.events.seen", "TotalNumberOfEventsSeen",
            "couplet.engine.connected", "Connected");

    private static final Map<String, String> SNAPSHOT = Map.of(
            "couplet.engine.snapshot.remaining.tables", "RemainingTableCount",
            "couplet.engine.snapshot.seconds", "SnapshotDurationInSeconds");

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final MeterRegistry registry;

    /** Registers with this. */
    public EngineMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the figures of one system's engine. */
    public void bind(String system) {
        STREAMING.forEach((name, attribute) -> gauge(system, name, "streaming", attribute));
        SNAPSHOT.forEach((name, attribute) -> gauge(system, name, "snapshot", attribute));
    }

    private void gauge(String system, String name, String context, String attribute) {
        Gauge.builder(name, () -> read(system, context, attribute))
                .description("The capture engine's " + attribute)
                .tag("system", system)
                .register(registry);
    }

    private double read(String system, String context, String attribute) {
        try {
            ObjectName bean =
                    new ObjectName("debezium.postgres:type=connector-metrics,context=" + context + ",server=" + system);
            Object value = beans.isRegistered(bean) ? beans.getAttribute(bean, attribute) : null;
            if (value instanceof Boolean yes) {
                return yes ? 1 : 0;
            }
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (JMException gone) {
            LOG.atDebug()
                    .addKeyValue("attribute", attribute)
                    .setCause(gone)
                    .log("The engine's figure cannot be read now");
            return Double.NaN;
        }
    }
}
