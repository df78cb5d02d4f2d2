package io.couplet.contract.wire;

/** What a new version of a schema must be able to do. The names are those of the registry. */
public enum Compatibility {
    /** Read what was written with the version before. */
    BACKWARD,
    /** Read what was written with any earlier version. */
    BACKWARD_TRANSITIVE,
    /** Read, and be read by, the version before. */
    FULL
}
