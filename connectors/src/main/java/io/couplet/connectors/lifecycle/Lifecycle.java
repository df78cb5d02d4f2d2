package io.couplet.connectors.lifecycle;

import io.couplet.connectors.lifecycle.ConnectorState.Failed;
import io.couplet.connectors.lifecycle.ConnectorState.Retrying;
import io.couplet.connectors.lifecycle.ConnectorState.Running;
import io.couplet.connectors.lifecycle.ConnectorState.Snapshotting;
import io.couplet.connectors.lifecycle.ConnectorState.Starting;
import io.couplet.connectors.lifecycle.ConnectorState.Stopped;
import io.couplet.connectors.lifecycle.ConnectorState.Streaming;
import io.couplet.connectors.lifecycle.ConnectorState.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of one connector as everybody may see it. Written by its own thread, read by any. */
public final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final String name;
    private volatile ConnectorState state = new Starting();

    /**
     * Begins in the state "starting".
     *
     * @param name of the connector in the log, such as {@code erp.capture}
     */
    public Lifecycle(String name) {
        this.name = name;
    }

    /** The current state. */
    public ConnectorState state() {
        return state;
    }

    /** Moves on; what changes is logged, what stays the same is not. */
    public synchronized void become(ConnectorState next) {
        ConnectorState before = state;
        state = next;
        if (!before.equals(next)) {
            LOG.atInfo()
                    .addKeyValue("connector", name)
                    .addKeyValue("state", next.word())
                    .addKeyValue("error", error(next))
                    .log("Connector changed its state");
        }
    }

    /** Why it is not at work, or null where it is. */
    public @Nullable String error() {
        return error(state);
    }

    private static @Nullable String error(ConnectorState state) {
        if (state instanceof Waiting waiting) {
            return waiting.why();
        }
        if (state instanceof Retrying retrying) {
            return retrying.why();
        }
        return state instanceof Failed failed ? failed.why() : null;
    }

    /** Whether it does what it is for. */
    public boolean healthy() {
        ConnectorState now = state;
        return now instanceof Streaming || now instanceof Snapshotting || now instanceof Running;
    }

    /** Whether it was told to stop. */
    public boolean stopped() {
        return state instanceof Stopped;
    }
}
