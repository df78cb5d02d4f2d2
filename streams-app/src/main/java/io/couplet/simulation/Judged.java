package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Guarantees;
import io.couplet.guarantee.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A history that was played, with the promises that it broke. */
final class Judged {
    /** What stands for a promise where the core itself gave up. */
    static final String THROWN = "the core throws";

    private final @Nullable Ending ending;
    private final List<Violation> violations;

    Judged(History history, Guards guards) {
        this(history, guards, Witness.NOBODY);
    }

    Judged(History history, Guards guards, Witness witness) {
        Ending played = null;
        List<Violation> broken;
        try {
            played = history.play(guards, witness);
            broken = Guarantees.violations(played.recording());
        } catch (RuntimeException bug) {
            broken = List.of(new Violation(THROWN, bug + " at " + bug.getStackTrace()[0]));
        }
        ending = played;
        violations = broken;
    }

    List<Violation> violations() {
        return violations;
    }

    /** How it ended, null where the core gave up. */
    @Nullable
    Ending ending() {
        return ending;
    }
}
