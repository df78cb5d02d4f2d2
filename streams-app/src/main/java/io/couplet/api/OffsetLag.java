package io.couplet.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer group is behind in one partition.
 *
 * @param group the consumer group
 * @param topic a topic it reads
 * @param partition of the topic
 * @param committed the next offset that it will read, null if it has not committed any
 * @param begin the first offset there is
 * @param end the offset after the last record
 */
public record OffsetLag(
        String group, String topic, int partition, @Nullable Long committed, long begin, long end) {

    /** Records that are still to be read; retention may have removed what was not read in time. */
    @JsonProperty
    public long lag() {
        long position = committed == null ? begin : Math.max(begin, committed);
        return Math.max(0, end - position);
    }
}
