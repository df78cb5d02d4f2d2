package io.couplet.cli;

import io.couplet.api.GroupLag;
import io.couplet.api.OffsetLag;
import io.couplet.api.OffsetLags;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Finds ends of topics at which the running pipeline had used everything and said everything: a moment in which no step and no applier was
 * behind. It need not last. For one thread.
 */
final class AgreedEnd {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Admin admin;
    private final List<String> groups;
    private final OffsetLags lags;

    /** Of the pipeline with this prefix. */
    AgreedEnd(Admin admin, String prefix) {
        this.admin = admin;
        this.groups = List.of(prefix + "-streams", prefix + "-apply-erp", prefix + "-apply-crm");
        this.lags = new OffsetLags(admin, prefix, ANSWER);
    }

    /**
     * Waits for such a moment.
     *
     * @param topics whose ends are wanted
     * @throws Busy if it does not come within {@code limit}
     * @throws Unreachable if a topic or the pipeline's groups are not there
     */
    Map<TopicPartition, Long> await(Collection<String> topics, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<OffsetLag> before = lags.read();
            if (caughtUp(before)) {
                Map<TopicPartition, Long> ends = now(topics);
                // Ends are asked for one after the other: they belong together only if nothing came in meanwhile.
                if (ends(before).equals(ends(lags.read()))) {
                    return ends;
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new Busy(GroupLag.byGroup(before), limit);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean caughtUp(List<OffsetLag> read) {
        Map<String, GroupLag> byGroup = GroupLag.byGroup(read);
        for (String group : groups) {
            GroupLag lag = byGroup.get(group);
            if (lag == null) {
                throw new Unreachable("Nobody has read topics as " + group + ". Has Couplet been started there?", null);
            } else if (lag.total() > 0) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> ends(List<OffsetLag> read) {
        return GroupLag.ends(
                read.stream().filter(lag -> groups.contains(lag.group())).toList());
    }

    /**
     * The ends of topics at this moment.
     *
     * @throws Unreachable if one is not there
     */
    Map<TopicPartition, Long> now(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic :
                get(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin.listOffsets(wanted).all());
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("was not waited for: the broker", e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("the broker does not answer", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new Unreachable(
                        "The broker does not have all topics of this prefix. Has Couplet been started there?", e);
            } else if (e.getCause() instanceof KafkaException refused) {
                throw refused;
            }
            throw new IllegalStateException("the broker's answer could not be used", e);
        }
    }

    /** The pipeline did not come to rest in time. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy(Map<String, GroupLag> lags, Duration limit) {
            super("The running pipeline was not at rest for a moment within " + limit.toSeconds() + " s: " + words(lags)
                    + ". Try again when there is less to do, or give it longer with --wait.");
        }

        private static String words(Map<String, GroupLag> lags) {
            String behind = lags.entrySet().stream()
                    .filter(group -> group.getValue().total() > 0)
                    .map(group -> group.getKey() + " is " + group.getValue().total() + " records behind")
                    .collect(Collectors.joining(", "));
            return behind.isEmpty() ? "something new came in all the time" : behind;
        }
    }
}
