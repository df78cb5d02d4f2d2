package io.couplet.connectors.apply;

import io.couplet.contract.CommandResult;
import java.util.List;

/** Where answers go. Used by one thread. */
interface ResultSink {

    /**
     * Publishes answers and sets unusable messages aside; returns when all of it has been acknowledged.
     *
     * @throws org.apache.kafka.common.KafkaException if something could not be delivered
     */
    void publish(List<CommandResult> results, List<CommandBatch.Unusable> unusable);
}
