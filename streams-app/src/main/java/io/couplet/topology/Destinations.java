package io.couplet.topology;

import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.wire.DirectoryInbox;
import io.couplet.wire.PairInbox;
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

    /** The end of a snapshot concerns every partition that judges match keys. */
    static Optional<Set<Integer>> inDirectoryInputs(
            String topic, String key, DirectoryInbox.Told told, int partitions) {
        return told.message() instanceof SnapshotMarker
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
