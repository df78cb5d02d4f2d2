package io.couplet.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Reads topics without a group, and leaves no trace. Used by one thread. */
final class TopicReader implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH = 2_000;

    /** The broker answers nothing else meanwhile, so that whoever is at the end of a topic would wait to close. */
    private static final int FETCH_WAIT_MILLIS = 20;

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * Reads through this consumer, which is closed with the reader.
     *
     * @throws Unreachable if there is no such topic
     * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer
     */
    TopicReader(Consumer<String, byte[]> consumer, String... topics) {
        this(
                consumer,
                Stream.of(topics)
                        .flatMap(topic -> partitions(consumer, topic).stream())
                        .toList());
    }

    private TopicReader(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
        consumer.assign(partitions);
    }

    /** Reads only the partition to which a key belongs. */
    static TopicReader ofKey(Consumer<String, byte[]> consumer, String topic, String key) {
        List<TopicPartition> all = partitions(consumer, topic);
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % all.size();
        return new TopicReader(consumer, List.of(new TopicPartition(topic, partition)));
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new Unreachable(
                    "There is no topic " + topic + " on the broker. Has Couplet been started there?", null);
        }
        return partitions;
    }

    /**
     * A consumer without a group, to be closed by the caller.
     *
     * @throws Unreachable if there is no broker
     */
    static Consumer<String, byte[]> consumer(String bootstrap) {
        Doorbell.ring(bootstrap);
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "couplet-cli");
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    void fromStart() {
        consumer.seekToBeginning(partitions);
    }

    void fromNow() {
        consumer.seekToEnd(partitions);
        // Asked for now: seeking is lazy, and what is written before the first poll would be missed.
        partitions.forEach(consumer::position);
    }

    /** What has arrived, after a short wait; per partition in order. */
    ConsumerRecords<String, byte[]> poll() {
        return consumer.poll(POLL);
    }

    /** Whether everything that is on the partition at this moment has been read. */
    boolean atEnd(TopicPartition partition) {
        return consumer.currentLag(partition).orElse(1) == 0;
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /** Stops reading these partitions for now, and reads all others. */
    void onlyOthersThan(List<TopicPartition> full) {
        consumer.resume(partitions);
        consumer.pause(full);
    }

    /** Shows everything that is there now, per partition in order. */
    void eachFromStart(java.util.function.Consumer<ConsumerRecord<String, byte[]>> visitor) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        fromStart();
        while (!reached(ends)) {
            poll().forEach(visitor);
        }
    }

    /** The newest records of each partition: at most this many of each, at least if there are no gaps. */
    List<ConsumerRecord<String, byte[]>> newest(int most) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(
                partition, Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - most)));
        List<ConsumerRecord<String, byte[]>> newest = new ArrayList<>();
        while (!reached(ends)) {
            poll().forEach(newest::add);
        }
        return newest;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
