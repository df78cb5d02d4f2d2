package io.couplet.guarantee;

import java.util.List;

/** All promises, in order. */
public final class Guarantees {
    /** G1 to G9. */
    public static final List<Guarantee> ALL = List.of();

    private Guarantees() {}

    /** What in the recording breaks any promise. */
    public static List<Violation> violations(Recording recording) {
        return ALL.stream()
                .flatMap(guarantee -> guarantee.violations(recording).stream())
                .toList();
    }
}
