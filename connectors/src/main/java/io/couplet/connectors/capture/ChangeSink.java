package io.couplet.connectors.capture;

import io.couplet.connectors.kafka.Delivery;
import io.couplet.contract.Change;
import io.couplet.contract.TopicSpec;
import org.apache.kafka.connect.source.SourceRecord;

/** Where a system's changes go. Used by the system's handler alone. */
interface ChangeSink {

    /** Sends a change on its way; whether it arrived is known from {@link #sealed} or after {@link #flush}. */
    void publish(TopicSpec topic, Change change);

    /** Sends on its way a row that could not be made a change of, with the reason. */
    void deadLetter(TopicSpec topic, SourceRecord row, String cause);

    /** States to each partition of these topics that the snapshot's rows are all before this. */
    void endSnapshot(Iterable<CapturedTable> tables, long position);

    /** What was sent since this was asked last. */
    Delivery sealed();

    /**
     * Tells of failures so far.
     *
     * @throws org.apache.kafka.common.KafkaException if something could not be delivered
     */
    void throwIfFailed();

    /**
     * Waits until everything sent has been acknowledged.
     *
     * @throws org.apache.kafka.common.KafkaException if something could not be delivered
     */
    void flush();
}
