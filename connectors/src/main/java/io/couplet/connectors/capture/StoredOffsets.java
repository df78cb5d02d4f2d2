package io.couplet.connectors.capture;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.connectors.kafka.KafkaClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The offsets that an engine of ours left behind: they tell whether its snapshot is over before it is started. */
final class StoredOffsets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients kafka;
    private final String topic;

    StoredOffsets(KafkaClients kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /**
     * Whether the engine has read its snapshot to the end and said so.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    boolean pastSnapshot(String engine) {
        boolean past = false;
        try (Consumer<byte[], byte[]> reader = kafka.reader("couplet-offsets-" + engine)) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
                    if (isOf(engine, each)) {
                        past = each.value() != null && SourceOffsets.pastSnapshot(offset(each.value()));
                    }
                }
            }
        }
        return past;
    }

    private static boolean isOf(String engine, ConsumerRecord<byte[], byte[]> stored) {
        if (stored.key() == null) {
            return false;
        }
        try {
            JsonNode key = JSON.readTree(stored.key());
            return key.isArray() && key.path(0).asText().equals(engine);
        } catch (IOException broken) {
            throw new UncheckedIOException("An offset in the topic cannot be read", broken);
        }
    }

    private static Map<String, Object> offset(byte[] value) {
        try {
            return JSON.readValue(value, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("An offset in the topic cannot be read", broken);
        }
    }
}
