package io.couplet.api;

import io.couplet.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that could not be used, without the bytes: they may be personal data.
 *
 * @param topic where they came from
 * @param partition of that topic; -1 where they came out of a database
 * @param offset in that partition, or the position in the database's log
 * @param key as text, null where there is none
 * @param bytes size of the value
 * @param stage the part of Couplet that gave up on it
 * @param cause what was wrong, and what can be done
 * @param at when that was
 */
public record DeadLetterEntry(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        int bytes,
        String stage,
        String cause,
        Instant at) {

    /** The entry of a record of the dead-letter topic. */
    public static DeadLetterEntry of(DeadLetter letter) {
        ByteBuffer value = letter.getValue();
        return new DeadLetterEntry(
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                text(letter.getKey()),
                value == null ? 0 : value.remaining(),
                letter.getStage(),
                letter.getCause(),
                letter.getAt());
    }

    private static @Nullable String text(@Nullable ByteBuffer bytes) {
        return bytes == null
                ? null
                : StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
