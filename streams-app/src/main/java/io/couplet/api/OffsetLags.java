package io.couplet.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/** Reads how far the consumer groups of one Couplet are behind. Blocks while it asks; safe for many threads. */
public final class OffsetLags {

    private final Admin admin;
    private final String groupPrefix;
    private final Duration limit;
    /** By group, the topics of which it was ever seen to read any partition. */
    private final Map<String, Set<String>> topics = new ConcurrentHashMap<>();

    /**
     * Groups are told by their names, which begin with the topics' prefix and a dash.
     *
     * @param admin not closed here
     * @param prefix of topics and groups, without what follows it
     * @param limit how long the broker may take for each of a handful of questions
     */
    public OffsetLags(Admin admin, String prefix, Duration limit) {
        this.admin = admin;
        this.groupPrefix = prefix + "-";
        this.limit = limit;
    }

    /**
     * Every partition of every group, ordered.
     *
     * @throws BrokerUnreachable if the broker does not answer in time
     */
    public List<OffsetLag> read() {
        try {
            List<String> groups = groups();
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(groups);
            Map<String, Set<TopicPartition>> read = assigned(groups);
            committed.forEach((group, offsets) ->
                    read.computeIfAbsent(group, any -> new HashSet<>()).addAll(offsets.keySet()));
            return lags(committed, whole(read));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnreachable("interrupted while asking for consumer groups", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new BrokerUnreachable("consumer groups and their offsets", e);
        }
    }

    private List<String> groups() throws InterruptedException, ExecutionException, TimeoutException {
        return get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(groupPrefix))
                .sorted()
                .toList();
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(List<String> groups)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        groups.forEach(group -> wanted.put(group, new ListConsumerGroupOffsetsSpec()));
        return wanted.isEmpty()
                ? Map.of()
                : get(admin.listConsumerGroupOffsets(wanted).all());
    }

    /** What the members read now: a partition of which nothing has been read yet has no committed offset. */
    private Map<String, Set<TopicPartition>> assigned(List<String> groups)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Set<TopicPartition>> assigned = new HashMap<>();
        for (var group : admin.describeConsumerGroups(groups).describedGroups().entrySet()) {
            Set<TopicPartition> partitions = assigned.computeIfAbsent(group.getKey(), any -> new HashSet<>());
            try {
                get(group.getValue())
                        .members()
                        .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
            } catch (ExecutionException e) {
                // A group that has just gone, or of a newer protocol, is told by its committed offsets alone.
                if (!(e.getCause() instanceof GroupIdNotFoundException)
                        && !(e.getCause() instanceof UnsupportedVersionException)) {
                    throw e;
                }
            }
        }
        return assigned;
    }

    /**
     * All partitions of the topics of which a group reads any, or was seen to: one that is on its way from member to member, and of which nothing
     * was read yet, is neither assigned nor committed.
     */
    private Map<String, Set<TopicPartition>> whole(Map<String, Set<TopicPartition>> read)
            throws InterruptedException, ExecutionException, TimeoutException {
        read.forEach((group, partitions) -> {
            Set<String> seen = topics.computeIfAbsent(group, any -> ConcurrentHashMap.newKeySet());
            partitions.forEach(partition -> seen.add(partition.topic()));
        });
        topics.keySet().retainAll(read.keySet());
        Map<String, TopicDescription> described = described();
        return topics.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        group -> group.getValue().stream()
                                .flatMap(topic -> partitions(described.get(topic)))
                                .collect(Collectors.toSet())));
    }

    private Map<String, TopicDescription> described()
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> all = topics.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, TopicDescription> described = new HashMap<>();
        for (var topic : admin.describeTopics(all).topicNameValues().entrySet()) {
            try {
                described.put(topic.getKey(), get(topic.getValue()));
            } catch (ExecutionException e) {
                // Somebody has deleted the topic: nobody is behind in it.
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return described;
    }

    private static Stream<TopicPartition> partitions(@Nullable TopicDescription topic) {
        return topic == null
                ? Stream.of()
                : topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private List<OffsetLag> lags(
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed, Map<String, Set<TopicPartition>> read)
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<TopicPartition> all = new HashSet<>();
        read.values().forEach(all::addAll);
        Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(all, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(all, OffsetSpec.latest());
        List<OffsetLag> lags = new ArrayList<>();
        read.forEach((group, partitions) -> partitions.forEach(partition -> {
            OffsetAndMetadata position = committed.getOrDefault(group, Map.of()).get(partition);
            lags.add(new OffsetLag(
                    group,
                    partition.topic(),
                    partition.partition(),
                    position == null ? null : position.offset(),
                    offset(begins, partition),
                    offset(ends, partition)));
        }));
        lags.sort(Comparator.comparing(OffsetLag::group)
                .thenComparing(OffsetLag::topic)
                .thenComparing(OffsetLag::partition));
        return lags;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        return wanted.isEmpty() ? Map.of() : get(admin.listOffsets(wanted).all());
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo info = offsets.get(partition);
        return info == null ? 0 : info.offset();
    }

    private <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
