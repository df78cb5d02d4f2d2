package io.couplet.cli;

/** What operator's requests end with. */
final class Outcomes {
    static final int DONE = 0;
    /** Couplet, or a system, did not want to. */
    static final int REFUSED = 1;
    /** No outcome was seen in time. */
    static final int GAVE_UP = 7;

    private Outcomes() {}
}
