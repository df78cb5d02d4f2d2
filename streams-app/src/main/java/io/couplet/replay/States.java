package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.pair.PairState;

/** Takes all states of a pipeline, in any order: those that run, or those that were rebuilt. For one thread. */
public interface States {

    /** A coupling. */
    void pair(Mapping mapping, PairState state);

    /** What the Directory knows of a record. */
    void record(Mapping mapping, RecordRef ref, RecordState state);
}
