package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was said to have become of captured versions, in order. */
final class Transitions {
    private record Captured(RecordRef ref, Version version) {}

    private final Set<Captured> once = new HashSet<>();
    private final Set<Captured> twice = new HashSet<>();
    private final List<Counted> all = new ArrayList<>();

    /** Capture hands over a version. */
    void captured(Change change) {
        if (change.op() != ChangeOp.SNAPSHOT_END) {
            Version version = new Version(change.rowVersion(), change.op() == ChangeOp.DELETED);
            Captured captured = new Captured(new RecordRef(change.ref()), version);
            if (!once.add(captured)) {
                twice.add(captured);
            }
        }
    }

    /** A step says what has become of a version. */
    void add(Counted transition) {
        if (isOfAnother(transition)) {
            all.add(new Counted(transition.mapping(), transition.ref(), transition.version(), ChangeOutcome.PENDING));
        }
        all.add(transition);
    }

    /** A snapshot reads a version beside the live stream: that it is superseded by now is said of each of the two. */
    private boolean isOfAnother(Counted transition) {
        return transition.outcome() == ChangeOutcome.SUPERSEDED
                && twice.contains(new Captured(transition.ref(), transition.version()));
    }

    List<Counted> all() {
        return all;
    }
}
