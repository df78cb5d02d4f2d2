package io.couplet.topology;

import io.couplet.config.ProcessingConfig.Guarantee;
import io.couplet.contract.Catalogue;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import io.couplet.processor.Setup;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients that Kafka Streams works with: its own, but for the one that reads the inputs. Safe for any thread. */
public final class StreamsClients implements KafkaClientSupplier {
    private final List<String> changes;
    private final Guarantee guarantee;

    /**
     * Clients for these topics, of which those with changes are read in the order in which mappings need each other.
     *
     * @param guarantee when what is said is read
     */
    public StreamsClients(Catalogue topics, Setup setup, Guarantee guarantee) {
        this.guarantee = guarantee;
        Set<String> entities = new LinkedHashSet<>();
        for (Mapping mapping : setup.mappings().all()) {
            for (Side side : Side.values()) {
                String entity = mapping.end(side).entity();
                entities.addAll(addedUp(entity, setup));
                entities.add(entity);
            }
        }
        entities.addAll(topics.changes().keySet());
        changes = entities.stream().map(entity -> topics.changes(entity).name()).toList();
    }

    private static List<String> addedUp(String entity, Setup setup) {
        return setup.aggregates().all().stream()
                .filter(aggregate -> aggregate.entity().equals(entity))
                .flatMap(aggregate -> aggregate.parts().stream())
                .map(Aggregate.Part::entity)
                .toList();
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        Map<String, Object> reading = new HashMap<>(settings);
        // Here, because Kafka Streams would replace it.
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, guarantee.isolation().toString());
        return new PatientConsumer(reading, changes);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }
}
