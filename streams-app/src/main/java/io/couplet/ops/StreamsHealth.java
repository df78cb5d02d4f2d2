package io.couplet.ops;

import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Whether Kafka Streams does what it is for. */
record StreamsHealth(Supplier<KafkaStreams.State> streams) {

    /** Restoring and rebalancing are part of its work; before the start and after the end it does nothing. */
    boolean healthy() {
        return streams.get().isRunningOrRebalancing();
    }

    String words() {
        return (healthy() ? "healthy: " : "unhealthy: ") + streams.get().name().toLowerCase(Locale.ROOT);
    }
}
