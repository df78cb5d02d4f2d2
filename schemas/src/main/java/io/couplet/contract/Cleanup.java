package io.couplet.contract;

/** What the broker does with old records of a topic. */
public enum Cleanup {
    /** Keeps the newest record of each key; a topic that state can be rebuilt from. */
    COMPACT,
    /** Drops records after a time; a topic of messages. */
    DELETE
}
