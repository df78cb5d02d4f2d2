package io.couplet.connectors.apply;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.kafka.DeadLetters;
import io.couplet.connectors.kafka.KafkaClients;
import io.couplet.connectors.kafka.Outbox;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Command;
import io.couplet.contract.Systems;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/**
 * Puts the applier of a system together.
 *
 * @param prefix of the topics; the consumer group's name begins with it too
 * @param kafka makes its consumer
 * @param catalogue topics
 * @param registry where schemas have their ids
 * @param meters where figures go
 * @param clock tells when a command was carried out
 * @param onBug told of what must end the process
 */
public record Appliers(
        String prefix,
        KafkaClients kafka,
        Catalogue catalogue,
        SchemaRegistry registry,
        MeterRegistry meters,
        Clock clock,
        Consumer<Throwable> onBug) {

    /**
     * Makes the applier of one system; it takes nothing before it is started.
     *
     * @param databases connections of the integration account; closed by the caller, after the applier
     * @param producer for its answers; closed by the caller, after the applier
     */
    public Applier applier(
            BoundSystem system,
            TargetPools databases,
            Producer<String, byte[]> producer,
            ApplyCounts counts,
            Lifecycle lifecycle) {
        TopicSpec topic = catalogue.commands(Systems.named(system.name()).orElseThrow());
        ApplyMeters figures = new ApplyMeters(system.name(), meters);
        var consumer = kafka.onlyConsumer(prefix + "-apply-" + system.name());
        new KafkaClientMetrics(consumer).bindTo(meters);
        DeadLetters deadLetters = new DeadLetters(catalogue, registry, clock);
        Applier.Parties parties = new Applier.Parties(
                new CommandSource(consumer, topic.name()),
                AvroDecoder.specific(registry, Command.class),
                new PostgresTarget(system, databases, figures, clock),
                new KafkaResultSink(new Outbox(producer), catalogue, registry, deadLetters));
        return new Applier(system.name(), parties, counts, figures, lifecycle, onBug);
    }

    /** Makes the housekeeping of one system's database. */
    public static Housekeeping housekeeping(BoundSystem system, DataSource database) {
        return new Housekeeping(system.name(), database);
    }
}
