package io.couplet.connectors.kafka;

import io.couplet.connectors.config.KafkaConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the clients of this process; the settings that promises rest on are written down here alone.
 *
 * @param config how the brokers are reached
 */
public record KafkaClients(KafkaConfig config) {

    /** Largest number of commands that one transaction of an applier may carry. */
    static final int COMMANDS_PER_POLL = 2_000;

    private static final int HEARTBEATS_PER_SESSION = 4;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024 * 1024;

    /** A producer that loses nothing, doubles nothing and keeps order, and does not wait for company. */
    public Producer<String, byte[]> producer(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrap());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The first leaves at once; what comes while it is on its way travels together, which spares broker and clients
        // requests.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * The one consumer of a group, which starts at the beginning and commits when it is told to. A process that takes
     * another one's place is given its partitions at once, and the other one is told so.
     */
    public Consumer<byte[], byte[]> onlyConsumer(String group) {
        Map<String, Object> settings = plainConsumer(group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group);
        int session = Math.toIntExact(config.sessionTimeout().toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_PER_SESSION);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, config.isolation().toString());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, COMMANDS_PER_POLL);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer that is told which partitions to read and leaves no trace. */
    public Consumer<byte[], byte[]> reader(String clientId) {
        return new KafkaConsumer<>(plainConsumer(clientId), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> plainConsumer(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrap());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
