package io.couplet.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Couplet at one moment, as far as streams-app knows it.
 *
 * @param state of Kafka Streams: RUNNING, REBALANCING, ...
 * @param inStep whether everything that was captured has been decided and applied, and nothing is on its way; null while
 *     that is not known. It does not know what a database has committed and nobody has captured yet.
 * @param current whether the figures include everything that was on the topics when they were asked for
 * @param mappings each mapping
 * @param commands of all mappings together
 * @param open how many entries are open, by kind
 * @param parked what waits for other records, the oldest first; cut off after {@link #LONGEST_LIST}
 * @param setAside what waits for a new change or a person, the oldest first; cut off likewise
 * @param deadLetters how many messages could not be used, as long as they are kept
 * @param outcomes how many captured versions had which outcome, since streams-app started
 * @param lag by consumer group
 */
public record StatusReport(
        String state,
        @Nullable Boolean inStep,
        boolean current,
        List<MappingStatus> mappings,
        CommandCounts commands,
        Map<String, Long> open,
        List<OpenEntry> parked,
        List<OpenEntry> setAside,
        long deadLetters,
        Map<String, Long> outcomes,
        Map<String, GroupLag> lag) {

    /** Longest list in a report; what is beyond is counted in {@code open} and served by {@code /set-aside}. */
    public static final int LONGEST_LIST = 1_000;
}
