package io.couplet.connectors.apply;

import io.couplet.connectors.kafka.Delivery;
import io.couplet.contract.CommandResult;
import java.util.List;

/** Where answers go. Used by one thread. */
interface ResultSink {

    /** Sends answers, and what is set aside as unusable, on their way. */
    Delivery publish(List<CommandResult> results, List<CommandBatch.Unusable> unusable);

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
