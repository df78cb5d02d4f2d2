package io.couplet.e2e.recording;

import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that topics have held since their beginning, as of the last {@link #read}. For one thread. */
final class TopicLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final SchemaRegistry registry;
    private final Map<String, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();

    /** Holds nothing yet. */
    TopicLog(String bootstrap, SchemaRegistry registry, Collection<TopicSpec> topics) {
        this.registry = registry;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in what has been written meanwhile. */
    void read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                of(record.topic()).add(record);
            }
        }
    }

    private List<ConsumerRecord<String, byte[]>> of(String topic) {
        return records.computeIfAbsent(topic, name -> new ArrayList<>());
    }

    /** All values; those of one partition in order. */
    <T extends SpecificRecord> List<T> values(TopicSpec topic, Class<T> type) {
        return values(topic, AvroDecoder.specific(registry, type));
    }

    /** All values of a topic whose schema has no class; those of one partition in order. */
    List<GenericRecord> values(TopicSpec topic) {
        return values(topic, AvroDecoder.generic(registry, topic.valueSchema()));
    }

    private <T> List<T> values(TopicSpec topic, AvroDecoder<T> decoder) {
        return of(topic.name()).stream()
                .filter(record -> record.value() != null)
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    /** The newest value of each key that has one. */
    <T extends SpecificRecord> Collection<T> newest(TopicSpec topic, Class<T> type) {
        Map<String, ConsumerRecord<String, byte[]>> newest = new LinkedHashMap<>();
        of(topic.name()).forEach(record -> newest.put(record.key(), record));
        AvroDecoder<T> decoder = AvroDecoder.specific(registry, type);
        return newest.values().stream()
                .filter(record -> record.value() != null)
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
