package io.couplet.wire;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.Share;
import java.time.LocalDate;

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

    /**
     * Another day has begun: sums that count from a day on are to be looked at again.
     *
     * @param aggregate the aggregate
     * @param partition whose groups are concerned
     * @param since the day on which they were looked at last
     * @param today the day
     */
    record DayBegan(Aggregate aggregate, int partition, LocalDate since, LocalDate today) implements SumInbox {}
}
