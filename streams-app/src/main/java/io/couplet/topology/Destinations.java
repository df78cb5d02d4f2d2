package io.couplet.topology;

import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.wire.DirectoryInbox;
import io.couplet.wire.PairInbox;
import io.couplet.wire.ShownSums;
import io.couplet.wire.SumInbox;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which partitions a message goes to where the key alone does not say. An empty answer means: as the key says. */
final class Destinations {
    private Destinations() {}

    /** An answer goes to the partition that asked, whose cache it fills. */
    static Optional<Set<Integer>> inPairInputs(String topic, String key, PairInbox inbox, int partitions) {
        return inbox instanceof PairInbox.Known known ? Optional.of(Set.of(known.partition())) : Optional.empty();
    }

    /** That all entries have been read concerns every partition that adds up; that a day began is found out by each of them for itself. */
    static Optional<Set<Integer>> inSumInputs(String topic, String key, SumInbox inbox, int partitions) {
        if (inbox instanceof SumInbox.DayBegan day) {
            return Optional.of(Set.of(day.partition()));
        }
        return inbox instanceof SumInbox.AllRead ? Optional.of(all(partitions)) : Optional.empty();
    }

    /** That all sums are shown is said in each partition of its own. */
    static Optional<Set<Integer>> inShownSums(String topic, String key, ShownSums shown, int partitions) {
        return shown instanceof ShownSums.AllShown all ? Optional.of(Set.of(all.partition())) : Optional.empty();
    }

    /** The end of a snapshot concerns every partition that judges match keys. */
    static Optional<Set<Integer>> inDirectoryInputs(
            String topic, String key, DirectoryInbox.Told told, int partitions) {
        return told.message() instanceof SnapshotMarker ? Optional.of(all(partitions)) : Optional.empty();
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }
}
