package io.couplet.local.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads stretches of topics, without a group. Not thread-safe. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /** The bench runs in the launcher's small heap. */
    private static final String FETCH_BYTES = "4194304";

    private final KafkaConsumer<String, byte[]> consumer;

    TopicReader(String bootstrap) {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the topics end now, for each partition. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        return consumer.endOffsets(partitions(topics));
    }

    /** Where the topics begin now, for each partition. */
    Map<TopicPartition, Long> beginnings(Collection<String> topics) {
        return consumer.beginningOffsets(partitions(topics));
    }

    /** Hands over every record of a topic from one position, included, to another one, excluded. */
    void read(
            String topic,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        List<TopicPartition> partitions = partitions(List.of(topic));
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        while (partitions.stream().anyMatch(part -> consumer.position(part) < to.getOrDefault(part, 0L))) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                if (message.offset() < to.getOrDefault(partition, 0L)) {
                    reader.accept(message);
                }
            }
        }
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
