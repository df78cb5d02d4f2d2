package io.couplet.api;

import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.Undecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads the topics of the views for as long as it is open. Trouble with broker or registry is waited out:
 * views are not worth stopping the synchronization for, and {@link #caughtUp} tells when they are behind.
 */
final class ViewReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Waiter(CompletableFuture<Void> future, Map<TopicPartition, Long> ends) {}

    private final Consumer<String, byte[]> consumer;
    private final Map<String, Reading<?>> readings;
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "couplet-views");
    private volatile boolean closing;

    /** Takes the consumer over: it is used by the reader's thread alone, and closed by it. */
    ViewReader(Consumer<String, byte[]> consumer, List<Reading<?>> readings) {
        this.consumer = consumer;
        this.readings = readings.stream().collect(Collectors.toMap(Reading::topic, Function.identity()));
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Is done when the views include everything that is on the topics now. */
    CompletableFuture<Void> caughtUp() {
        CompletableFuture<Void> future = new CompletableFuture<>();
        asked.add(future);
        consumer.wakeup();
        return future;
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(POLL.multipliedBy(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                step();
            }
        } catch (InterruptException e) {
            LOG.atInfo().log("views stop, as their thread was interrupted");
        }
    }

    private void step() {
        try {
            if (consumer.assignment().isEmpty() && !assign()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                return;
            }
            readAll(consumer.poll(asked.isEmpty() && waiting.isEmpty() ? POLL : SOON));
            answer();
        } catch (WakeupException e) {
            LOG.atTrace().log("somebody asks, or it is time to close");
        } catch (InterruptException e) {
            throw e;
        } catch (RegistryUnreachable | KafkaException e) {
            LOG.atWarn().addKeyValue("cause", e.getMessage()).log("views are behind; trying again");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether all topics are there. */
    private boolean assign() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : readings.keySet()) {
            List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (found.isEmpty()) {
                return false;
            }
            partitions.addAll(found);
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(
                partition, begin(partition, begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L))));
        return true;
    }

    private long begin(TopicPartition partition, long first, long end) {
        long reach = reading(partition.topic()).reach();
        return reach == Reading.ALL ? first : Math.max(first, end - reach);
    }

    private Reading<?> reading(String topic) {
        Reading<?> reading = readings.get(topic);
        if (reading == null) {
            throw new IllegalStateException("got a record of topic " + topic + ", which nobody asked for");
        }
        return reading;
    }

    /** What has not been passed on is read again the next time. */
    private void readAll(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.partitions()
                .forEach(partition ->
                        next.put(partition, records.records(partition).get(0).offset()));
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                read(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        } catch (RegistryUnreachable e) {
            next.forEach((partition, offset) -> consumer.seek(partition, offset));
            throw e;
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            reading(record.topic()).read(record.key(), record.value());
        } catch (Undecodable e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("cause", e.getMessage())
                    .log("a record of a public topic cannot be read; the views do without it");
        }
    }

    private void answer() {
        if (!asked.isEmpty()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            for (CompletableFuture<Void> future = asked.poll(); future != null; future = asked.poll()) {
                waiting.add(new Waiter(future, ends));
            }
        }
        waiting.removeIf(this::answered);
    }

    private boolean answered(Waiter waiter) {
        boolean reached =
                waiter.ends().entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        if (reached) {
            waiter.future().complete(null);
        }
        return reached || waiter.future().isDone();
    }
}
