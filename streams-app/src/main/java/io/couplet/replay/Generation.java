package io.couplet.replay;

/** All states of one pipeline, as often as anybody wants to see them. For one thread. */
public interface Generation {

    /** Shows every state once. */
    void into(States states);
}
