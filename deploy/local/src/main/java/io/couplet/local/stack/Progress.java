package io.couplet.local.stack;

/** Where a long command tells the person at the terminal what it has reached. Called from several threads. */
public interface Progress {
    /** Tells one line. */
    void say(String line);
}
