package io.couplet.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads topics from their beginnings to an end that was agreed on, without a group. For one thread. */
public final class Scan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    /** Takes the records of one topic; those of a partition in their order. */
    @FunctionalInterface
    public interface Reader {
        /**
         * The next record.
         *
         * @param key null where it has none
         * @param value null for a tombstone
         */
        void read(@Nullable String key, byte @Nullable [] value);
    }

    /**
     * Reads through this consumer, which belongs to the caller.
     *
     * @param ends of every partition of the topics to read: the first offset not to be read
     */
    public Scan(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.ends = Map.copyOf(ends);
    }

    /**
     * Reads topics.
     *
     * @param readers by topic
     * @return how many records there were
     * @throws TimeoutException if the broker does not answer for a while
     */
    public long read(Map<String, ? extends Reader> readers) {
        Map<TopicPartition, Long> wanted = new HashMap<>(ends);
        wanted.keySet().removeIf(partition -> !readers.containsKey(partition.topic()));
        consumer.assign(wanted.keySet());
        consumer.seekToBeginning(wanted.keySet());
        long records = 0;
        long before = -1;
        long progress = System.nanoTime();
        while (!reached(wanted)) {
            if (records != before) {
                before = records;
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing was read for " + PATIENCE.toSeconds() + " s");
            }
            records += hand(consumer.poll(POLL), readers, wanted);
        }
        return records;
    }

    private static long hand(
            ConsumerRecords<String, byte[]> records,
            Map<String, ? extends Reader> readers,
            Map<TopicPartition, Long> wanted) {
        long handed = 0;
        for (TopicPartition partition : records.partitions()) {
            Reader reader = readers.get(partition.topic());
            long end = wanted.getOrDefault(partition, 0L);
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                if (reader != null && record.offset() < end) {
                    reader.read(record.key(), record.value());
                    handed++;
                }
            }
        }
        return handed;
    }

    /** The position counts, not what was read: the last record before the end may have been compacted away. */
    private boolean reached(Map<TopicPartition, Long> wanted) {
        return wanted.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
