package io.couplet.cli;

import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Looks at all topics of one Couplet. */
final class TopicSurvey {

    private final Admin admin;
    private final Catalogue catalogue;
    private final String prefix;

    TopicSurvey(Admin admin, Catalogue catalogue, String prefix) {
        this.admin = admin;
        this.catalogue = catalogue;
        this.prefix = prefix;
    }

    /**
     * The catalogue's topics in its order, missing ones included; then what else has our names.
     *
     * @param all whether topics that are not in the catalogue are wanted
     */
    List<TopicFacts> read(boolean all) {
        Map<String, TopicDescription> there = describe();
        Map<String, List<TopicPartition>> partitions = new HashMap<>();
        there.forEach((name, topic) -> partitions.put(
                name,
                topic.partitions().stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList()));
        Measures measures =
                measure(partitions.values().stream().flatMap(List::stream).toList());
        List<TopicFacts> facts = new ArrayList<>();
        for (TopicSpec spec : catalogue.all()) {
            facts.add(facts(spec, partitions.getOrDefault(spec.name(), List.of()), measures));
        }
        if (all) {
            there.keySet().stream()
                    .filter(name -> catalogue.find(name).isEmpty())
                    .sorted()
                    .forEach(name -> facts.add(other(name, partitions.getOrDefault(name, List.of()), measures)));
        }
        return facts;
    }

    private record Measures(
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, ListOffsetsResultInfo> newest,
            Map<TopicPartition, Long> bytes) {

        long records(List<TopicPartition> partitions) {
            return partitions.stream()
                    .mapToLong(partition -> offset(ends, partition) - offset(begins, partition))
                    .sum();
        }

        long bytes(List<TopicPartition> partitions) {
            return partitions.stream()
                    .mapToLong(partition -> bytes.getOrDefault(partition, 0L))
                    .sum();
        }

        Optional<Instant> lastRecord(List<TopicPartition> partitions) {
            return partitions.stream()
                    .flatMap(partition -> Optional.ofNullable(newest.get(partition)).stream())
                    .map(ListOffsetsResultInfo::timestamp)
                    .filter(timestamp -> timestamp >= 0)
                    .max(Long::compare)
                    .map(Instant::ofEpochMilli);
        }

        private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
            ListOffsetsResultInfo info = offsets.get(partition);
            return info == null ? 0 : info.offset();
        }
    }

    private static TopicFacts facts(TopicSpec spec, List<TopicPartition> partitions, Measures measures) {
        return new TopicFacts(
                spec.name(),
                partitions.size(),
                spec.cleanup().name().toLowerCase(Locale.ROOT),
                measures.records(partitions),
                measures.bytes(partitions),
                measures.lastRecord(partitions).orElse(null),
                spec.key(),
                spec.value().map(TopicSurvey::purpose).orElse("how far capture has come, in Debezium's own format"));
    }

    private static TopicFacts other(String name, List<TopicPartition> partitions, Measures measures) {
        return new TopicFacts(
                name,
                partitions.size(),
                "-",
                measures.records(partitions),
                measures.bytes(partitions),
                measures.lastRecord(partitions).orElse(null),
                "-",
                name.endsWith("-changelog") ? "what a store of streams-app is restored from" : "not in the catalogue");
    }

    /** The first sentence of what the contract says of itself. */
    private static String purpose(Schema value) {
        String doc = String.valueOf(value.getDoc()).replaceAll("\\s+", " ").strip();
        int end = doc.indexOf(". ");
        return end < 0 ? doc.replaceAll("\\.$", "") : doc.substring(0, end);
    }

    private Map<String, TopicDescription> describe() {
        List<String> ours = get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix + ".") || name.startsWith(prefix + "-"))
                .toList();
        return get(admin.describeTopics(ours).allTopicNames());
    }

    private Measures measure(List<TopicPartition> partitions) {
        return new Measures(
                offsets(partitions, OffsetSpec.earliest()),
                offsets(partitions, OffsetSpec.latest()),
                offsets(partitions, OffsetSpec.maxTimestamp()),
                bytes());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        return wanted.isEmpty() ? Map.of() : get(admin.listOffsets(wanted).all());
    }

    private Map<TopicPartition, Long> bytes() {
        List<Integer> brokers = get(admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<TopicPartition, Long> bytes = new HashMap<>();
        get(admin.describeLogDirs(brokers).allDescriptions())
                .values()
                .forEach(directories -> directories
                        .values()
                        .forEach(directory -> directory
                                .replicaInfos()
                                .forEach((partition, replica) -> bytes.merge(partition, replica.size(), Long::sum))));
        return bytes;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("was not waited for: the broker", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException refused) {
                throw refused;
            }
            throw new IllegalStateException("the broker's answer could not be used", e);
        }
    }
}
