package io.couplet.connectors.harness;

import io.couplet.connectors.kafka.KafkaClients;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Everything that has come on one topic so far, decoded. */
public final class TopicReader implements AutoCloseable {

    /**
     * One message.
     *
     * @param partition it came on
     * @param key as text
     * @param value decoded
     */
    public record Message(int partition, String key, GenericRecord value) {}

    private final Consumer<byte[], byte[]> consumer;
    private final AvroDecoder<GenericRecord> decoder;
    private final List<Message> messages = new ArrayList<>();

    TopicReader(KafkaClients kafka, SchemaRegistry registry, TopicSpec topic) {
        consumer = kafka.reader("test-" + topic.name());
        decoder = AvroDecoder.generic(registry, topic.valueSchema());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until so many messages have come, and gives all that have. */
    public List<Message> await(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    poll(Duration.ofMillis(100));
                    return messages.size() >= count;
                });
        return List.copyOf(messages);
    }

    /** Gives everything that stands on the topic now. */
    public List<Message> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    poll(Duration.ofMillis(100));
                    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                });
        return List.copyOf(messages);
    }

    private void poll(Duration wait) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(wait)) {
            String key = each.key() == null ? "" : new String(each.key(), StandardCharsets.UTF_8);
            messages.add(new Message(each.partition(), key, decoder.decode(each.value())));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
