package io.couplet.simulation;

import java.time.Instant;

/** What the parts of a world share: the topics, the time, and whoever watches. */
final class Medium {
    final Topics topics;
    final Witness witness;
    private long now;

    Medium(Topics topics, Witness witness) {
        this.topics = topics;
        this.witness = witness;
    }

    /** Milliseconds since the world began. */
    long now() {
        return now;
    }

    Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    void pass(long millis) {
        now += millis;
    }
}
