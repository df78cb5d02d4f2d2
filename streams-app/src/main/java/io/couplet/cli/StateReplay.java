package io.couplet.cli;

import io.couplet.cli.ReplayReport.Effort;
import io.couplet.cli.ReplayReport.Row;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Side;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.replay.Comparison;
import io.couplet.replay.LiveGeneration;
import io.couplet.replay.MappingDigest;
import io.couplet.replay.RebuiltGeneration;
import io.couplet.replay.Scan;
import io.couplet.replay.Tables;
import io.couplet.wire.LoadedMappings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds all state from topics into tables of its own, beside the running pipeline: reads without a group, and has nothing to write topics
 * with. For one thread.
 */
final class StateReplay {
    private final Target target;
    private final Catalogue topics;
    private final LoadedMappings mappings;

    /** Of one Couplet, whose mappings these are. */
    StateReplay(Target target, Catalogue topics, LoadedMappings mappings) {
        this.target = target;
        this.topics = topics;
        this.mappings = mappings;
    }

    /**
     * Rebuilds.
     *
     * @param patience how long to wait until the running pipeline has used everything, so that it can be compared; null to rebuild alone
     * @throws AgreedEnd.Busy if that was not long enough
     */
    ReplayReport run(@Nullable Duration patience) {
        try (Admin admin = KafkaAdmin.of(target.bootstrap());
                Consumer<String, byte[]> consumer = TopicReader.consumer(target.bootstrap());
                Tables tables = new Tables()) {
            AgreedEnd end = new AgreedEnd(admin, target.prefix());
            long commandsBefore = commands(end);
            RebuiltGeneration rebuilt =
                    new RebuiltGeneration(mappings, topics, new ConfluentRegistry(target.registry()), tables);
            LiveGeneration live = new LiveGeneration(mappings, target.prefix() + "-streams", tables);
            Set<String> read = rebuilt.readers().keySet();
            Scan scan = new Scan(
                    consumer, patience == null ? end.now(read) : end.await(both(read, live.readers()), patience));
            Comparison comparison = new Comparison(mappings, tables);

            long began = System.nanoTime();
            long events = scan.read(rebuilt.readers());
            List<MappingDigest> digests = comparison.digests(rebuilt);
            Effort replay = since(began, events);
            Effort consumption = consume(scan, read);
            List<Row> rows = patience == null
                    ? digests.stream().map(Row::of).toList()
                    : compared(scan, comparison, live, rebuilt, digests);
            return new ReplayReport(rows, replay, consumption, rebuilt.unusable(), commandsBefore, commands(end));
        }
    }

    private static List<Row> compared(
            Scan scan,
            Comparison comparison,
            LiveGeneration live,
            RebuiltGeneration rebuilt,
            List<MappingDigest> digests) {
        scan.read(live.readers());
        return comparison.of(live, rebuilt, digests).stream().map(Row::of).toList();
    }

    private static Set<String> both(Set<String> some, Map<String, Scan.Reader> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others.keySet());
        return both;
    }

    /** The same records once more, of which nothing is made. After the replay, so that what can be warm by then is warm. */
    private static Effort consume(Scan scan, Set<String> names) {
        Map<String, Scan.Reader> nobody = new HashMap<>();
        names.forEach(name -> nobody.put(name, (key, value) -> {}));
        long began = System.nanoTime();
        return since(began, scan.read(nobody));
    }

    private static Effort since(long began, long events) {
        return Effort.of(events, Duration.ofNanos(System.nanoTime() - began));
    }

    private long commands(AgreedEnd agreed) {
        Map<TopicPartition, Long> ends = agreed.now(List.of(
                topics.commands(Side.ERP).name(), topics.commands(Side.CRM).name()));
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
