package io.couplet.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is behind.
 *
 * @param total records, over all partitions
 * @param partitions each of them
 */
public record GroupLag(long total, List<OffsetLag> partitions) {

    public GroupLag {
        partitions = List.copyOf(partitions);
    }

    /** Where the partitions that any group reads end. */
    public static Map<TopicPartition, Long> ends(Collection<OffsetLag> lags) {
        return lags.stream()
                .collect(Collectors.toMap(
                        lag -> new TopicPartition(lag.topic(), lag.partition()), OffsetLag::end, Math::max));
    }

    /** By group, ordered by name. */
    public static Map<String, GroupLag> byGroup(Collection<OffsetLag> lags) {
        Map<String, List<OffsetLag>> groups = new TreeMap<>();
        lags.forEach(lag ->
                groups.computeIfAbsent(lag.group(), group -> new ArrayList<>()).add(lag));
        Map<String, GroupLag> result = new TreeMap<>();
        groups.forEach((group, all) -> result.put(
                group, new GroupLag(all.stream().mapToLong(OffsetLag::lag).sum(), all)));
        return result;
    }
}
