package io.couplet.domain.directory;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps a mapping's match keys in one partition from judging before both sides' snapshots are complete and all candidates registered. Open
 * from the offset of the marker that completed it: inputs before that offset see it shut, also when they are read again (H11).
 *
 * @param markers which snapshot partitions have ended, as {@code erp-0}
 * @param openOffset the offset that completed it, -1 while it is shut
 */
public record Gate(Set<String> markers, long openOffset) {

    /** Nothing has ended yet. */
    public static final Gate SHUT = new Gate(Set.of(), -1);

    /** Copies the set. */
    public Gate {
        markers = Collections.unmodifiableSet(new TreeSet<>(markers));
    }

    /**
     * Notes a marker.
     *
     * @param partitions how many partitions each side's change topic has
     * @param offset where the marker was read
     */
    public Gate note(SnapshotMarker marker, int partitions, long offset) {
        Set<String> now = new TreeSet<>(markers);
        now.add(marker.side().word() + "-" + marker.sourcePartition());
        boolean complete = now.size() >= 2 * partitions;
        return new Gate(now, openOffset < 0 && complete ? offset : openOffset);
    }

    /** Whether an input at {@code offset} may be judged. */
    public boolean isOpenAt(long offset) {
        return isOpenAt(offset, Guards.ALL);
    }

    /** The same with some guards off. */
    public boolean isOpenAt(long offset, Guards guards) {
        if (!guards.hold(Guard.INITIAL_GATE)) {
            return true;
        }
        return openOffset >= 0 && (offset >= openOffset || !guards.hold(Guard.GATE_OFFSET));
    }
}
