package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.guarantee.Recording.Digests;
import java.util.stream.Collectors;

/** Rebuilding from topics gives the same digest as live and writes nothing outside. Says nothing where no replay was made. */
public final class Replay extends Guarantee {

    private static final int MOST = 8;

    /** The promise. */
    public Replay() {
        super("G7 replay");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        Recording recording = evidence.recording;
        if (recording.sentByReplay() > 0) {
            findings.add("the replay sent ", recording.sentByReplay(), " commands");
        }
        if (recording.digests().isEmpty()) {
            return;
        }
        for (Mapping mapping : recording.mappings()) {
            Digests digests = recording.digests().get(mapping.name());
            if (digests == null) {
                findings.add("the replay left ", mapping.name(), " out");
            } else if (!digests.live().equals(digests.replayed())) {
                findings.add(
                        mapping.name(),
                        " has the digest ",
                        digests.live(),
                        ", rebuilt from topics ",
                        digests.replayed(),
                        digests.differences().stream()
                                .limit(MOST)
                                .map(line -> "; " + line)
                                .collect(Collectors.joining()));
            }
        }
    }
}
