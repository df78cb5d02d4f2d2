package io.couplet.connectors.lifecycle;

/** What a connector is doing; each state carries what is known in it alone. */
public sealed interface ConnectorState {

    /** Its name in status and metrics. */
    String word();

    /** It is being set up. */
    record Starting() implements ConnectorState {
        @Override
        public String word() {
            return "starting";
        }
    }

    /** Capture reads what was there before it came. */
    record Snapshotting() implements ConnectorState {
        @Override
        public String word() {
            return "snapshot";
        }
    }

    /** Capture follows the system's log. */
    record Streaming() implements ConnectorState {
        @Override
        public String word() {
            return "streaming";
        }
    }

    /** Apply takes commands as they come. */
    record Running() implements ConnectorState {
        @Override
        public String word() {
            return "running";
        }
    }

    /**
     * Apply holds its commands until the system can take them.
     *
     * @param why in the words of what refused
     */
    record Waiting(String why) implements ConnectorState {
        @Override
        public String word() {
            return "waiting";
        }
    }

    /**
     * Capture was interrupted and will try again by itself.
     *
     * @param why in the words of what failed
     */
    record Retrying(String why) implements ConnectorState {
        @Override
        public String word() {
            return "retrying";
        }
    }

    /**
     * Something is wrong that a person must put right; it is looked at again now and then.
     *
     * @param why what, where, and what to do about it
     */
    record Failed(String why) implements ConnectorState {
        @Override
        public String word() {
            return "failed";
        }
    }

    /** It was told to stop. */
    record Stopped() implements ConnectorState {
        @Override
        public String word() {
            return "stopped";
        }
    }
}
