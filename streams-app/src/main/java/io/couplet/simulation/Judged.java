package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Guarantees;
import io.couplet.guarantee.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was played, with the promises that it broke. */
final class Judged {
    /** What stands for a promise where the core itself gave up. */
    static final String THROWN = "the core throws";

    /** What stands for a promise where no promise is broken and yet it does not end as people want it. */
    static final String OTHERWISE = "what people want";

    private final @Nullable Ending ending;
    private final List<Violation> violations;

    Judged(Plot plot, Guards guards) {
        this(plot, guards, Witness.NOBODY);
    }

    Judged(Plot plot, Guards guards, Witness witness) {
        Ending played = null;
        List<Violation> broken;
        try {
            played = plot.play(guards, witness);
            broken = new ArrayList<>(Guarantees.violations(played.recording()));
            for (String otherwise : played.otherwise()) {
                broken.add(new Violation(OTHERWISE, otherwise));
            }
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
