package io.couplet.connectors.kafka;

import io.couplet.contract.Catalogue;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps what could not be used, with its origin and cause. Safe for use by several threads. */
public final class DeadLetters {

    private final String topic;
    private final AvroEncoder<DeadLetter> encoder;
    private final Clock clock;

    /** Makes a writer to the topic of dead letters. */
    public DeadLetters(Catalogue catalogue, SchemaRegistry registry, Clock clock) {
        this.topic = catalogue.deadLetters().name();
        this.encoder = AvroEncoder.specific(registry, catalogue.deadLetters());
        this.clock = clock;
    }

    /**
     * What could not be used.
     *
     * @param topic it was read from, or was meant for where it came out of a database
     * @param partition of that topic; -1 where it came out of a database
     * @param offset in that partition, or the position in the database's log
     * @param key as read, or null
     * @param value as read, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way from one client to the other; never compared.
    public record Remains(String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {}

    /**
     * Sends it on its way.
     *
     * @param outbox whose next flush tells whether it arrived
     * @param stage the part of Couplet that gave up on it
     * @param cause what is wrong with it, without quoting it
     */
    public void send(Outbox outbox, Remains remains, String stage, String cause) {
        byte[] key = remains.key();
        DeadLetter letter = new DeadLetter(
                remains.topic(),
                remains.partition(),
                remains.offset(),
                buffer(key),
                buffer(remains.value()),
                stage,
                cause,
                clock.instant());
        outbox.send(topic, key == null ? null : new String(key, StandardCharsets.UTF_8), encoder.encode(letter));
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
