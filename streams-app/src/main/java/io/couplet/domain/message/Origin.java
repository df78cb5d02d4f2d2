package io.couplet.domain.message;

import java.time.Instant;

/**
 * Where an input was read and when it was written there. The partition is implied: a key is read from the same partition of a topic always.
 *
 * @param topic the input's topic, without prefix
 * @param offset its offset
 * @param at the time stamp of the record: the only clock that the core knows
 * @param again whether an earlier life of the task may have used it already and told the public of what it has forgotten since
 */
public record Origin(String topic, long offset, Instant at, boolean again) {

    /** Of an input that is read for the first time. */
    public Origin(String topic, long offset, Instant at) {
        this(topic, offset, at, false);
    }
}
