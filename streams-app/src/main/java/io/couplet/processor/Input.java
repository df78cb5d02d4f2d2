package io.couplet.processor;

import io.couplet.domain.message.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where inputs come from, in the words of the core. Used by one processor instance. */
final class Input {
    /**
     * By how much clocks may differ. Whatever was written before this task began, by any clock, an earlier life of it may have used and told
     * of, and forgotten in a crash.
     */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final ProcessorContext<?, ?> context;
    private final String prefix;
    private final Map<String, String> shortNames = new HashMap<>();
    private final long doubtful;

    /**
     * Reads from a context.
     *
     * @param prefix of all topics, without the dot
     */
    Input(ProcessorContext<?, ?> context, String prefix) {
        this.context = context;
        this.prefix = prefix + ".";
        this.doubtful = context.currentSystemTimeMs() + SKEW.toMillis();
    }

    Origin origin(Record<?, ?> record) {
        RecordMetadata metadata = metadata();
        return new Origin(
                shortName(metadata.topic()),
                metadata.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.timestamp() < doubtful);
    }

    int partition() {
        return metadata().partition();
    }

    private RecordMetadata metadata() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("no step runs without a record of a topic"));
    }

    private String shortName(String topic) {
        return shortNames.computeIfAbsent(
                topic, name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name);
    }
}
