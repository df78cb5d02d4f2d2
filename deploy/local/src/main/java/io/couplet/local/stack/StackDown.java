package io.couplet.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops a stack from outside, and deletes its data. */
public final class StackDown {
    /** The supervisor stops applications, then the rest, each with a limit of its own. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DataDirectory data;
    private final Leftovers leftovers;

    public StackDown(DataDirectory data, Progress progress) {
        this.data = data;
        this.leftovers = new Leftovers(data, progress);
    }

    /**
     * Stops the supervisor and every process it started; returns when none is left.
     *
     * @return whether anything was running
     */
    public boolean stop() {
        Optional<ProcessHandle> supervisor = PidFile.ofSupervisor(data).process();
        List<ProcessHandle> all = new ArrayList<>(leftovers.running().values());
        supervisor.ifPresent(all::add);
        if (all.isEmpty()) {
            return false;
        }
        supervisor.ifPresent(ProcessHandle::destroy);
        if (supervisor.isPresent()) {
            Signals.awaitEnd(all, LIMIT);
        }
        leftovers.end();
        return true;
    }

    /** Stops the stack if it runs, and deletes everything in its data directory. */
    public void erase() {
        stop();
        Trees.delete(data.root());
    }
}
