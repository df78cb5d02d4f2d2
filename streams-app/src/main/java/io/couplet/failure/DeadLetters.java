package io.couplet.failure;

import io.couplet.contract.Catalogue;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.processor.PipelineMetrics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes inputs that cannot be used to the dead letters, with their origin and the cause, and counts them. Safe for any thread. */
public final class DeadLetters {
    /** Under which Kafka Streams hands this object to the handlers that it makes by itself. */
    public static final String CONFIG = "couplet.dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int DEEPEST = 8;

    private final String topic;
    private final AvroEncoder<DeadLetter> encoder;
    private final PipelineMetrics metrics;

    /** Writes to the catalogue's topic. */
    public DeadLetters(Catalogue topics, SchemaRegistry registry, PipelineMetrics metrics) {
        this.topic = topics.deadLetters().name();
        this.encoder = AvroEncoder.specific(registry, topics.deadLetters());
        this.metrics = metrics;
    }

    static DeadLetters of(Map<String, ?> configs) {
        if (configs.get(CONFIG) instanceof DeadLetters letters) {
            return letters;
        }
        throw new IllegalArgumentException(CONFIG + " is not set");
    }

    /** The one record to write; the key is as read, so that a person finds it by the record's name. */
    List<ProducerRecord<byte[], byte[]>> write(
            ErrorHandlerContext origin, byte @Nullable [] key, byte @Nullable [] value, String stage, Throwable cause) {
        metrics.deadLettered(stage);
        LOG.atWarn()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .addKeyValue("stage", stage)
                .addKeyValue("cause", cause.getClass().getSimpleName())
                .log("An input cannot be used and went to the dead letters");
        DeadLetter letter = new DeadLetter(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                key == null ? null : ByteBuffer.wrap(key),
                value == null ? null : ByteBuffer.wrap(value),
                stage,
                words(cause),
                Instant.ofEpochMilli(origin.timestamp()));
        return List.of(new ProducerRecord<>(topic, key, encoder.encode(letter)));
    }

    private static String words(Throwable cause) {
        StringBuilder words = new StringBuilder();
        Throwable next = cause;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            words.append(depth == 0 ? "" : "; because of ")
                    .append(next.getClass().getSimpleName())
                    .append(": ")
                    .append(next.getMessage());
            next = next.getCause();
        }
        return words.toString();
    }
}
