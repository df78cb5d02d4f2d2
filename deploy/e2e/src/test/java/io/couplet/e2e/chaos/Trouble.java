package io.couplet.e2e.chaos;

/** What can be wrong with a network. */
public enum Trouble {
    /** Nothing: everything passes at once. */
    NONE,
    /** Everything arrives late. */
    SLOW,
    /** Nothing arrives, and nobody is told. What was sent arrives when the trouble is over. */
    HELD,
    /** Requests arrive and are carried out, answers are lost. Connections are gone when the trouble is over. */
    DEAF,
    /** Connections break, and new ones are refused. */
    CUT
}
