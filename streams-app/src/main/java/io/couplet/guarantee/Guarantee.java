package io.couplet.guarantee;

import java.util.List;

/** One promise, checked on what happened. Stateless; for any thread. */
public abstract class Guarantee {
    private final String title;

    Guarantee(String title) {
        this.title = title;
    }

    /** The name used in README and reports, such as {@code G1 no echo loop}. */
    public final String title() {
        return title;
    }

    /** What in the recording breaks the promise; empty where it is kept. */
    public final List<Violation> violations(Recording recording) {
        Findings findings = new Findings(title);
        check(new Evidence(recording), findings);
        return findings.violations();
    }

    /** Looks for what breaks the promise. */
    abstract void check(Evidence evidence, Findings findings);
}
