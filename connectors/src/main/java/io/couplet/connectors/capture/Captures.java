package io.couplet.connectors.capture;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.config.SystemConfig;
import io.couplet.connectors.kafka.DeadLetters;
import io.couplet.connectors.kafka.KafkaClients;
import io.couplet.connectors.kafka.Outbox;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.contract.Catalogue;
import io.couplet.contract.wire.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;

/**
 * Puts the capture of a system together.
 *
 * @param kafka makes readers of the offsets
 * @param catalogue topics
 * @param registry where schemas have their ids
 * @param meters where figures go
 * @param clock by which delays are measured
 */
public record Captures(
        KafkaClients kafka, Catalogue catalogue, SchemaRegistry registry, MeterRegistry meters, Clock clock) {

    /**
     * Makes the capture of one system; it does nothing before it is started.
     *
     * @param producer for its changes; closed by the caller, after the capture
     */
    public CaptureSupervisor capture(
            BoundSystem system,
            SystemConfig config,
            Producer<String, byte[]> producer,
            CaptureCounts counts,
            Lifecycle lifecycle) {
        CaptureSettings settings = new CaptureSettings(
                system,
                config,
                kafka.config().bootstrap(),
                catalogue.captureOffsets().name());
        CaptureMeters figures = new CaptureMeters(system.name(), meters);
        DeadLetters deadLetters = new DeadLetters(catalogue, registry, clock);
        CaptureRun run = new CaptureRun(
                settings,
                new SourceCheck(system, config),
                new StoredOffsets(kafka, catalogue.captureOffsets().name()),
                (past, onEnd) -> new CaptureHandler(
                        system,
                        catalogue,
                        new KafkaChangeSink(new Outbox(producer), registry, deadLetters, clock),
                        counts,
                        figures,
                        clock,
                        past,
                        onEnd),
                counts,
                lifecycle);
        return new CaptureSupervisor(system.name(), run, lifecycle);
    }
}
