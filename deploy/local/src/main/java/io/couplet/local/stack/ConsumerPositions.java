package io.couplet.local.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far the pipeline's consumer groups are behind the ends of their topics. Not thread-safe. */
final class ConsumerPositions {
    private static final List<String> GROUPS = List.of("couplet-streams", "couplet-apply-erp", "couplet-apply-crm");
    private static final String PREFIX = "couplet.";

    /** Grows by heartbeats alone, so its end says nothing about being quiet. */
    private static final String CAPTURE_OFFSETS = "couplet.capture-offsets";

    private static final long SECONDS = 5;

    private final Admin admin;
    /** By group, of which topics it was ever seen to read any partition. */
    private final Map<String, Set<String>> topics = new TreeMap<>();

    private Map<TopicPartition, Long> ends = Map.of();

    ConsumerPositions(Admin admin) {
        this.admin = admin;
    }

    /** The ends of all topics of the pipeline as of the latest {@link #pending}. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }

    /** The groups that are not at the end of their topics, as words for a sentence. */
    List<String> pending() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ConsumerGroupDescription> groups = members();
        // Positions first: a topic that grows in between makes the group look behind, never the other way round.
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(groups);
        ends = readEnds();
        List<String> pending = new ArrayList<>();
        for (String name : GROUPS) {
            ConsumerGroupDescription group = groups.get(name);
            if (group == null || assigned(group).isEmpty()) {
                pending.add(name + " to join its group");
                continue;
            }
            Map<TopicPartition, OffsetAndMetadata> positions = committed.getOrDefault(name, Map.of());
            Set<String> read = topics.computeIfAbsent(name, any -> new HashSet<>());
            assigned(group).forEach(partition -> read.add(partition.topic()));
            positions.keySet().forEach(partition -> read.add(partition.topic()));
            // All their partitions: one that is on its way from member to member and was never read is not assigned or
            // committed.
            long behind = ends.keySet().stream()
                    .filter(partition -> read.contains(partition.topic()))
                    .mapToLong(partition -> behind(partition, positions))
                    .sum();
            if (behind > 0) {
                pending.add(name + ", " + behind + " records behind");
            }
        }
        return pending;
    }

    private long behind(TopicPartition partition, Map<TopicPartition, OffsetAndMetadata> committed) {
        OffsetAndMetadata position = committed.get(partition);
        long end = ends.getOrDefault(partition, 0L);
        return Math.max(0, position == null ? end : end - position.offset());
    }

    private Map<String, ConsumerGroupDescription> members()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, ConsumerGroupDescription> groups = new TreeMap<>();
        for (var group : admin.describeConsumerGroups(GROUPS).describedGroups().entrySet()) {
            try {
                groups.put(group.getKey(), group.getValue().get(SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
        return groups;
    }

    private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Map<String, ConsumerGroupDescription> groups)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new TreeMap<>();
        for (String group : groups.keySet()) {
            committed.put(
                    group,
                    admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get(SECONDS, TimeUnit.SECONDS));
        }
        return committed;
    }

    private Map<TopicPartition, Long> readEnds() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> topics = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS).stream()
                .filter(topic -> topic.startsWith(PREFIX) && !topic.equals(CAPTURE_OFFSETS))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> wanted =
                admin.describeTopics(topics).allTopicNames().get(SECONDS, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, ConsumerPositions::offset));
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> end) {
        return end.getValue().offset();
    }
}
