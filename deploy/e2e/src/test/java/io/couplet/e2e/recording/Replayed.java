package io.couplet.e2e.recording;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Side;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.replay.ComparedMapping;
import io.couplet.replay.Comparison;
import io.couplet.replay.LiveGeneration;
import io.couplet.replay.RebuiltGeneration;
import io.couplet.replay.Scan;
import io.couplet.replay.Tables;
import io.couplet.wire.LoadedMappings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What a replay of the topics of a stack at rest comes to, beside what its processes hold.
 *
 * @param digests of both, by mapping
 * @param sent how many commands were written meanwhile
 */
record Replayed(SortedMap<String, Digests> digests, int sent) {
    /** Where no replay was made. */
    static final Replayed NOTHING = new Replayed(new TreeMap<>(), 0);

    private static final String APPLICATION = "couplet-streams";

    static Replayed of(String bootstrap, Catalogue topics, SchemaRegistry registry, LoadedMappings mappings) {
        try (Tables tables = new Tables();
                KafkaConsumer<String, byte[]> consumer = consumer(bootstrap)) {
            RebuiltGeneration rebuilt = new RebuiltGeneration(mappings, topics, registry, tables);
            LiveGeneration live = new LiveGeneration(mappings, APPLICATION, tables);
            Map<String, Scan.Reader> readers = new HashMap<>(rebuilt.readers());
            readers.putAll(live.readers());
            List<String> commands = List.of(
                    topics.commands(Side.ERP).name(), topics.commands(Side.CRM).name());
            long before = sum(ends(consumer, commands));
            new Scan(consumer, ends(consumer, readers.keySet())).read(readers);
            Comparison comparison = new Comparison(mappings, tables);
            SortedMap<String, Digests> digests = digests(comparison.of(live, rebuilt, comparison.digests(rebuilt)));
            return new Replayed(digests, Math.toIntExact(sum(ends(consumer, commands)) - before));
        }
    }

    private static SortedMap<String, Digests> digests(List<ComparedMapping> compared) {
        SortedMap<String, Digests> digests = new TreeMap<>();
        compared.forEach(mapping -> digests.put(
                mapping.live().mapping(),
                new Digests(mapping.live().digest(), mapping.rebuilt().digest(), mapping.differences())));
        return digests;
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<?, ?> consumer, Collection<String> names) {
        return consumer.endOffsets(names.stream()
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
    }

    private static long sum(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
