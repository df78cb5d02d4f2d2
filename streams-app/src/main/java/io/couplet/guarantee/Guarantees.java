package io.couplet.guarantee;

import java.util.ArrayList;
import java.util.List;

/** All promises, in order. */
public final class Guarantees {
    /** G1 to G9. */
    public static final List<Guarantee> ALL = List.of(
            new NoEchoLoop(),
            new NoLostEdit(),
            new Convergence(),
            new OneCounterpart(),
            new Order(),
            new Isolation(),
            new Replay(),
            new EffectOnce(),
            new NothingSilent());

    private Guarantees() {}

    /** What in the recording breaks any promise. */
    public static List<Violation> violations(Recording recording) {
        Evidence evidence = new Evidence(recording);
        List<Violation> violations = new ArrayList<>();
        for (Guarantee guarantee : ALL) {
            Findings findings = new Findings(guarantee.title());
            guarantee.check(evidence, findings);
            violations.addAll(findings.violations());
        }
        return violations;
    }
}
