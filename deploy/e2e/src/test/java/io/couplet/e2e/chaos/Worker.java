package io.couplet.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A process of an application, started again whenever it ends while it is wanted. Usable from any thread. */
public final class Worker {
    private static final int KILLED = 137;

    private final String name;
    private final List<String> command;
    private final Path log;
    private final List<String> ends = new ArrayList<>();
    private @Nullable Process process;
    private boolean wanted;

    /**
     * Does not start it yet.
     *
     * @param log what it writes is appended here
     */
    public Worker(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Starts it, unless it runs. */
    public synchronized void start() {
        wanted = true;
        if (process == null) {
            launch();
        }
    }

    private void launch() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            CompletableFuture<Void> unused = started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void ended(Process ended) {
        process = null;
        if (ended.exitValue() != KILLED) {
            ends.add(name + " ended by itself with " + ended.exitValue());
        }
        if (wanted) {
            launch();
        }
    }

    /** Whether there is a process. */
    public synchronized boolean runs() {
        return process != null;
    }

    /** Ends it with SIGKILL; it is started again at once. */
    public void kill() {
        signal("KILL");
    }

    /** Ends it with SIGKILL for good, and returns when it has ended. */
    public void dismiss() {
        Process last;
        synchronized (this) {
            wanted = false;
            last = process;
        }
        if (last != null) {
            last.destroyForcibly().onExit().join();
        }
    }

    /** Makes it stand still with SIGSTOP: it does nothing, and nobody is told. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on with SIGCONT as if no time had passed. */
    public void resume() {
        signal("CONT");
    }

    private synchronized void signal(String signal) {
        if (process != null) {
            Signal.send(signal, process.toHandle());
        }
    }

    /** How it has ended by itself, in words. */
    public synchronized List<String> ends() {
        return List.copyOf(ends);
    }
}
