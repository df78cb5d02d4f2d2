package io.couplet.connectors.apply;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands' topic as the applier's loop sees it: taken, held back, done. For one thread but {@link #wakeUp}. */
final class CommandSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSource.class);

    /** How long a poll waits where there is nothing; arriving commands end it at once. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** How long a poll waits while something else is to be looked after soon. */
    private static final Duration SHORT_POLL = Duration.ofMillis(2);

    private static final long COMMIT_EVERY_NANOS = 100_000_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private boolean holding;
    private boolean uncommitted;
    private long committedNanos = System.nanoTime();

    CommandSource(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        consumer.subscribe(Set.of(topic), new Partitions());
    }

    /** Waits for commands; only briefly unless there is nothing else to look after. */
    ConsumerRecords<byte[], byte[]> poll(boolean nothingElse) {
        return consumer.poll(nothingElse ? POLL : SHORT_POLL);
    }

    Set<TopicPartition> assigned() {
        return consumer.assignment();
    }

    /** Takes nothing for a while, but stays a member of the group, so that nobody else is given what is being held. */
    void hold(Duration wait) {
        holding = true;
        consumer.pause(consumer.assignment());
        long until = System.nanoTime() + wait.toNanos();
        try {
            long left = wait.toNanos();
            while (left > 0) {
                consumer.poll(Duration.ofNanos(left));
                left = until - System.nanoTime();
            }
        } finally {
            holding = false;
            consumer.resume(consumer.assignment());
        }
    }

    /** Notes how far everything is done. What is not noted when the process dies comes again, and is answered again. */
    void done(Map<TopicPartition, OffsetAndMetadata> next) {
        done.putAll(next);
        // A partition that was taken away meanwhile is somebody else's to commit.
        done.keySet().retainAll(consumer.assignment());
        uncommitted = true;
        commitSoon();
    }

    /** Commits what is done, now and then. */
    void commitSoon() {
        if (uncommitted && System.nanoTime() - committedNanos >= COMMIT_EVERY_NANOS) {
            uncommitted = false;
            committedNanos = System.nanoTime();
            consumer.commitAsync(Map.copyOf(done), (offsets, failed) -> {
                if (failed != null) {
                    uncommitted = true;
                    LOG.atDebug().setCause(failed).log("Offsets were not committed; the next commit covers them");
                }
            });
        }
    }

    /** Ends a waiting poll of the other thread with a WakeupException. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Commits for good what is done. */
    void commit() {
        consumer.commitSync(done);
        done.clear();
    }

    private final class Partitions implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>(done);
            last.keySet().retainAll(partitions);
            consumer.commitSync(last);
            done.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            done.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (holding) {
                consumer.pause(partitions);
            }
        }
    }
}
