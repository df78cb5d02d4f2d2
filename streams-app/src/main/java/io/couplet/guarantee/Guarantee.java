package io.couplet.guarantee;

import java.util.List;

/** One promise, checked on what happened. Stateless; for any thread. */
public interface Guarantee {

    /** The name used in README and reports, such as {@code G1 no echo loop}. */
    String title();

    /** What in the recording breaks the promise; empty where it is kept. */
    List<Violation> violations(Recording recording);
}
