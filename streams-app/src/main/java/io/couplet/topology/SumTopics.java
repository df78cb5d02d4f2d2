package io.couplet.topology;

import io.couplet.contract.Catalogue;
import io.couplet.wire.ShownSums;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Shows sums in the change topic of their entity. */
record SumTopics(Catalogue topics) implements TopicNameExtractor<String, ShownSums> {
    @Override
    public String extract(String key, ShownSums sums, RecordContext context) {
        return sums.topic(topics).name();
    }

    /** The same at every start, since it is part of the topology's description. */
    @Override
    public String toString() {
        return SumTopics.class.getSimpleName();
    }
}
