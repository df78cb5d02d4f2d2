package io.couplet.recording;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.guarantee.Recording.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What no topic tells of a history.
 *
 * @param accounts the integration account of each system
 * @param rows every version of every row, by system, in the order in which that system stored them
 * @param before the records that stood there before the first capture
 * @param silent whether everything came to rest after the last edit, as far as it can be seen beside the topics
 * @param crashed whether anything crashed, was read again or was delivered twice
 * @param digests the digest of the live state and of the state rebuilt from topics, by mapping; empty where no replay was made
 * @param sentByReplay how many commands the replay handed to an applier
 */
public record Circumstances(
        Map<Side, String> accounts,
        Map<Side, List<Stored>> rows,
        Set<RecordRef> before,
        boolean silent,
        boolean crashed,
        SortedMap<String, Digests> digests,
        int sentByReplay) {

    /** A history that began with two empty systems, or of which nobody knows what stood there. */
    public Circumstances(
            Map<Side, String> accounts,
            Map<Side, List<Stored>> rows,
            boolean silent,
            boolean crashed,
            SortedMap<String, Digests> digests,
            int sentByReplay) {
        this(accounts, rows, Set.of(), silent, crashed, digests, sentByReplay);
    }
}
