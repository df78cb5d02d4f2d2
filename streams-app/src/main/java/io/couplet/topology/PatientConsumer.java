package io.couplet.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads some topics before others where much is waiting, which Kafka Streams itself does not: what changes have caused before further changes,
 * and changes of what others refer to before those that refer to it (decision 0034). The others wait in their topics meanwhile, where lag
 * shows them. Belongs to one thread.
 */
final class PatientConsumer extends KafkaConsumer<byte[], byte[]> {
    /** Enough to do at a time, and few beside the records of a first load. */
    private static final long ENOUGH = 2_000;

    private final Set<String> patient;
    private final Set<TopicPartition> waiting = new HashSet<>();

    /**
     * A consumer with these settings.
     *
     * @param patient the topics that may wait for all others, and each for those before it
     */
    PatientConsumer(Map<String, Object> settings, Collection<String> patient) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.patient = new LinkedHashSet<>(patient);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        Map<String, List<TopicPartition>> assigned = new HashMap<>();
        Set<TopicPartition> all = assignment();
        for (TopicPartition partition : all) {
            assigned.computeIfAbsent(partition.topic(), topic -> new ArrayList<>(1))
                    .add(partition);
        }
        waiting.retainAll(all);
        long before = 0;
        for (Map.Entry<String, List<TopicPartition>> urgent : assigned.entrySet()) {
            before += patient.contains(urgent.getKey()) ? 0 : left(urgent.getValue());
        }
        List<TopicPartition> late = new ArrayList<>();
        for (String topic : patient) {
            List<TopicPartition> partitions = assigned.getOrDefault(topic, List.of());
            if (before > ENOUGH) {
                late.addAll(partitions);
            } else {
                letGo(partitions);
                before += left(partitions);
            }
        }
        holdBack(late);
        return super.poll(timeout);
    }

    /** Whoever pauses partitions resumes them, too. */
    @Override
    public void pause(Collection<TopicPartition> partitions) {
        partitions.forEach(waiting::remove);
        super.pause(partitions);
    }

    private long left(List<TopicPartition> partitions) {
        long left = 0;
        for (TopicPartition partition : partitions) {
            left += currentLag(partition).orElse(0);
        }
        return left;
    }

    private void holdBack(List<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<TopicPartition> paused = paused();
        List<TopicPartition> free = partitions.stream()
                .filter(partition -> !paused.contains(partition))
                .toList();
        super.pause(free);
        waiting.addAll(free);
    }

    private void letGo(List<TopicPartition> partitions) {
        List<TopicPartition> held = partitions.stream().filter(waiting::remove).toList();
        if (!held.isEmpty()) {
            resume(held);
        }
    }
}
