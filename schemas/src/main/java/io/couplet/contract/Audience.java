package io.couplet.contract;

/** Who may read a topic. */
public enum Audience {
    /** Anybody: a contract that only changes compatibly. */
    PUBLIC,
    /** Couplet itself. */
    INTERNAL
}
