package io.couplet.connectors;

import io.couplet.connectors.apply.Applier;
import io.couplet.connectors.apply.Appliers;
import io.couplet.connectors.apply.ApplyCounts;
import io.couplet.connectors.apply.Housekeeping;
import io.couplet.connectors.apply.TargetPools;
import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.capture.CaptureCounts;
import io.couplet.connectors.capture.CaptureSupervisor;
import io.couplet.connectors.capture.Captures;
import io.couplet.connectors.config.SystemConfig;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.connectors.ops.EngineMeters;
import io.couplet.connectors.ops.Metrics;
import io.couplet.connectors.ops.SystemStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.producer.Producer;

/** Everything that runs for one system. */
final class SystemConnector implements AutoCloseable {

    private final SystemStatus status;
    private final Producer<String, byte[]> changes;
    private final Producer<String, byte[]> answers;
    private final TargetPools databases;
    private final CaptureSupervisor capture;
    private final Applier applier;
    private final Housekeeping housekeeping;

    SystemConnector(BoundSystem system, SystemConfig config, Captures captures, Appliers appliers) {
        String name = system.name();
        MeterRegistry meters = appliers.meters();
        status = new SystemStatus(
                new Lifecycle(name + ".capture"),
                new CaptureCounts(),
                new Lifecycle(name + ".apply"),
                new ApplyCounts());
        changes = producer(appliers, "couplet-capture-" + name);
        answers = producer(appliers, "couplet-results-" + name);
        databases = TargetPools.of(name, config);
        capture = captures.capture(system, config, changes, status.captured(), status.capture());
        applier = appliers.applier(system, databases, answers, status.applied(), status.apply());
        housekeeping = Appliers.housekeeping(system, databases.forHousekeeping());
        new EngineMeters(meters).bind(name);
        Metrics.state(meters, name, "capture", status.capture());
        Metrics.state(meters, name, "apply", status.apply());
    }

    private static Producer<String, byte[]> producer(Appliers appliers, String clientId) {
        Producer<String, byte[]> producer = appliers.kafka().producer(clientId);
        new KafkaClientMetrics(producer).bindTo(appliers.meters());
        return producer;
    }

    SystemStatus status() {
        return status;
    }

    void start() {
        capture.start();
        applier.start();
        housekeeping.start();
    }

    /** Stops both directions in good order: first what takes, then what it needs. */
    @Override
    public void close() {
        housekeeping.close();
        applier.close();
        capture.close();
        changes.close();
        answers.close();
        databases.close();
    }
}
