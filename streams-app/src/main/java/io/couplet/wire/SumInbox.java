package io.couplet.wire;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.Share;

/** What the sums are told: the topic sum-inputs. */
public sealed interface SumInbox {

    /** The aggregate concerned. */
    Aggregate aggregate();

    /**
     * What an entry adds from now on.
     *
     * @param aggregate the aggregate
     * @param share what
     */
    record Told(Aggregate aggregate, Share share) implements SumInbox {}

    /**
     * All entries of a snapshot that one partition holds have been read.
     *
     * @param aggregate the aggregate
     * @param entity the entries' entity
     * @param sourcePartition the partition
     */
    record AllRead(Aggregate aggregate, String entity, int sourcePartition) implements SumInbox {}
}
