package io.couplet.failure;

import io.couplet.contract.wire.RegistryUnreachable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits a while where a value cannot be read only because the registry does not answer: the value is in order. Then gives up, so that the
 * thread is replaced and tries again; it never counts the value as unusable.
 *
 * @param <T> the type of the values
 */
public final class PatientDeserializer<T> implements Deserializer<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PatientDeserializer.class);

    /** Together well below the time after which the group takes a silent member for dead (max.poll.interval.ms). */
    private static final int TRIES = 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Deserializer<T> values;

    /** Reads with another one. */
    public PatientDeserializer(Deserializer<T> values) {
        this.values = values;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return patiently(topic, () -> values.deserialize(topic, bytes));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        return patiently(topic, () -> values.deserialize(topic, headers, bytes));
    }

    private interface Reading<T> {
        @Nullable
        T read();
    }

    private @Nullable T patiently(String topic, Reading<T> reading) {
        for (int failures = 1; ; failures++) {
            try {
                return reading.read();
            } catch (RegistryUnreachable e) {
                if (failures == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("failures", failures)
                        .log("The schema registry does not answer; waiting");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
