package io.couplet.connectors.kafka;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends and then waits for all acknowledgements. Several threads may share the producer, each with an outbox of its own.
 */
public final class Outbox {

    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private Delivery current = new Delivery();

    /** Makes an outbox over a producer that somebody else closes. */
    public Outbox(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Sends to the partition that the key belongs to. */
    public void send(String topic, @Nullable String key, byte[] value) {
        send(topic, null, key, value);
    }

    /** Sends to one partition; to the one the key belongs to where it is null. */
    public void send(String topic, @Nullable Integer partition, @Nullable String key, byte[] value) {
        Delivery delivery = current;
        delivery.sent();
        // What comes of it is told to the callback.
        Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, key, value), (metadata, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
            delivery.answered();
        });
    }

    /** What was sent since the last call of this method, to ask later whether it has arrived. */
    public Delivery sealed() {
        Delivery sealed = current;
        current = new Delivery();
        return sealed;
    }

    /**
     * Tells of failures so far.
     *
     * @throws KafkaException if anything sent could not be delivered
     */
    public void throwIfFailed() {
        Exception failed = failure.getAndSet(null);
        if (failed != null) {
            throw new KafkaException("Not everything could be delivered: " + failed.getMessage(), failed);
        }
    }

    /** How many partitions a topic has. */
    public int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    /**
     * Waits until everything sent has been acknowledged.
     *
     * @throws KafkaException if anything sent since the last flush could not be delivered; what else was sent may or may
     *     not have been
     */
    public void flush() {
        producer.flush();
        throwIfFailed();
    }
}
