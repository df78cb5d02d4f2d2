package io.couplet.wire;

import io.couplet.domain.message.Answer;
import io.couplet.domain.message.PairMessage;

/** What the topic pair-inputs carries. */
public sealed interface PairInbox {

    /**
     * A coupling, named by the record's key, is told something.
     *
     * @param mapping its mapping
     * @param message what
     */
    record Told(String mapping, PairMessage message) implements PairInbox {}

    /**
     * A partition is told what a name stands for.
     *
     * @param partition which one
     * @param answer what
     */
    record Known(int partition, Answer answer) implements PairInbox {}
}
