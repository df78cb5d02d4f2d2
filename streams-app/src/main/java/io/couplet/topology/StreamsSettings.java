package io.couplet.topology;

import io.couplet.config.ProcessingConfig;
import io.couplet.config.SyncConfig;
import io.couplet.contract.Catalogue;
import io.couplet.failure.DeadLetters;
import io.couplet.failure.UnusableBytes;
import io.couplet.failure.UnusableInput;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings. */
public final class StreamsSettings {
    private static final int HEARTBEATS_PER_SESSION = 4;
    private static final int RECONNECT_MOST_MS = 500;
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;
    private static final int RETRY_MS = 10;
    private static final int MOST_RECORDS = 1_000;
    private static final int BATCH = 64 * 1024;
    private static final int CHANGELOG_SEGMENT = 64 * 1024 * 1024;

    private StreamsSettings() {}

    /** The group of the process, the prefix of its changelog topics. */
    public static String applicationId(String topicPrefix) {
        return topicPrefix + "-streams";
    }

    /** All settings. */
    public static Map<String, Object> of(SyncConfig config, Catalogue topics, DeadLetters deadLetters) {
        Map<String, Object> settings = new HashMap<>();
        process(config, settings);
        speed(settings);
        membership(config, settings);
        failures(topics, deadLetters, settings);
        return settings;
    }

    private static void process(SyncConfig config, Map<String, Object> settings) {
        ProcessingConfig processing = config.processing();
        settings.put(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId(config.topics().prefix()));
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.state().directory().toString());
        // Under Kafka's own at_least_once, a process that was taken for gone writes over its successor's states
        // (KAFKA-12693).
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                processing.commitInterval().toMillis());
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), CHANGELOG_SEGMENT);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), "0.3");
    }

    private static void speed(Map<String, Object> settings) {
        // Nothing waits for company, but what comes while a request is on its way travels together.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // The broker may be about to end one transaction still when the next begins, and wants to be asked again.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_MS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        // No step depends on the order between topics, so none waits for another topic's records.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MOST_RECORDS);
    }

    /** A member that comes back under its name within the session's time gets its partitions back at once. */
    private static void membership(SyncConfig config, Map<String, Object> settings) {
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                config.processing().instance());
        int session = Math.toIntExact(config.kafka().sessionTimeout().toMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                session / HEARTBEATS_PER_SESSION);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MS);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MOST_MS);
    }

    private static void failures(Catalogue topics, DeadLetters deadLetters, Map<String, Object> settings) {
        settings.put(DeadLetters.CONFIG, deadLetters);
        settings.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.deadLetters().name());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnusableBytes.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnusableInput.class);
    }
}
