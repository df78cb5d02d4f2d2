package io.couplet.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Merges the partitions of a topic by time. A change is let out when no partition can still bring an earlier one: each has
 * brought a later one or is at its end.
 */
final class InTimeOrder {

    private final Map<TopicPartition, Deque<SyncedChange>> held = new HashMap<>();

    InTimeOrder(List<TopicPartition> partitions) {
        partitions.forEach(partition -> held.put(partition, new ArrayDeque<>()));
    }

    void add(TopicPartition partition, SyncedChange change) {
        held.computeIfAbsent(partition, any -> new ArrayDeque<>()).addLast(change);
    }

    /** What can be let out now, in order. */
    List<SyncedChange> next(Predicate<TopicPartition> atEnd) {
        List<SyncedChange> next = new ArrayList<>();
        while (held.entrySet().stream().allMatch(entry -> !entry.getValue().isEmpty() || atEnd.test(entry.getKey()))) {
            Optional<Deque<SyncedChange>> earliest = held.values().stream()
                    .filter(queue -> !queue.isEmpty())
                    .min(Comparator.comparing(queue -> queue.getFirst().at()));
            if (earliest.isEmpty()) {
                break;
            }
            next.add(earliest.get().removeFirst());
        }
        return next;
    }

    /** The partitions that should not bring more before the others have caught up. */
    List<TopicPartition> full(int most) {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
