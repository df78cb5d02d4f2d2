package io.couplet.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;

/**
 * Chooses among the meters of Kafka's clients. Each store and each node of the topology has dozens, which nobody looks at and
 * which would make a scrape ten times as large.
 */
final class StreamsMeters implements MeterFilter {

    private static final String KAFKA = "kafka.";

    private static final List<String> WANTED_OF_STORES =
            List.of("kafka.stream.state.size.all.mem.tables", "kafka.stream.state.block.cache.usage");

    private static final List<String> UNWANTED = List.of(
            "kafka.stream.state.",
            "kafka.stream.processor.node.",
            "kafka.stream.topic.",
            "kafka.consumer.node.",
            "kafka.consumer.fetch.manager.records.lead",
            "kafka.consumer.fetch.manager.preferred.read.replica",
            "kafka.producer.node.",
            "kafka.producer.topic.",
            "kafka.admin.client.");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        String name = id.getName();
        boolean denied = name.startsWith(KAFKA)
                && !WANTED_OF_STORES.contains(name)
                && (name.contains("authentication") || UNWANTED.stream().anyMatch(name::startsWith));
        return denied ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
