package io.couplet.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one process running: started again, after a pause that grows with each quick death, until it is stopped.
 *
 * <p>Thread-safe; its state is guarded by itself.
 */
final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    /** Deaths before the first readiness after which it is taken to be unable to start. */
    private static final int DEATHS_TOLERATED_AT_START = 3;

    private final ChildSpec spec;
    private final ChildLog log;
    private final PidFile pidFile;
    private final Reaper reaper;
    private final ScheduledExecutorService timer;
    private final Progress progress;
    private final Backoff backoff = new Backoff();

    private @Nullable Process process;
    private boolean stopping;
    private boolean wasReady;
    private int deathsAtStart;
    private int lastExit;

    Child(ChildSpec spec, DataDirectory data, Reaper reaper, ScheduledExecutorService timer, Progress progress) {
        this.spec = spec;
        this.log = new ChildLog(data.log(spec.component()));
        this.pidFile = PidFile.of(data, spec.component());
        this.reaper = reaper;
        this.timer = timer;
        this.progress = progress;
    }

    Component component() {
        return spec.component();
    }

    /** Starts the process, unless the child has been stopped already. */
    synchronized void start() {
        if (stopping) {
            return;
        }
        spec.beforeStart().run();
        Process started = launch();
        process = started;
        reaper.add(started.toHandle(), spec.component().stopSignal());
        pidFile.write(started.toHandle());
        backoff.started();
        LOG.atInfo()
                .addKeyValue("component", spec.component().id())
                .addKeyValue("pid", started.pid())
                .log("started");
        ExitWatch.onExit(started, this::ended);
    }

    private Process launch() {
        Path output = log.next();
        ProcessBuilder builder = new ProcessBuilder(OwnSession.command(spec.command()))
                .directory(spec.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new StackException(
                    Exit.FAILURE, "cannot start the " + component().title() + ": " + e.getMessage(), e);
        }
    }

    private synchronized void ended(Process ended) {
        reaper.forget(ended.toHandle());
        pidFile.delete();
        lastExit = ended.exitValue();
        if (stopping) {
            return;
        }
        if (!wasReady) {
            deathsAtStart++;
        }
        Duration pause = backoff.next();
        LOG.atWarn()
                .addKeyValue("component", component().id())
                .addKeyValue("pid", ended.pid())
                .addKeyValue("exit", lastExit)
                .addKeyValue("restartInMs", pause.toMillis())
                .log("died");
        if (wasReady) {
            progress.say(component().title() + " died (exit " + lastExit + "); starting it again");
        }
        restartAfter(pause);
    }

    /** What {@link #restart} throws it has handled itself, so nobody needs the future. */
    private void restartAfter(Duration pause) {
        ScheduledFuture<?> unused = timer.schedule(this::restart, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart() {
        try {
            start();
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("component", component().id())
                    .log("cannot be started again; trying later");
            restartAfter(backoff.next());
        }
    }

    /**
     * Waits until the child does its work.
     *
     * @throws StackException with what it wrote, when it cannot start or needs longer than the limit
     */
    void awaitReady(Duration limit) {
        boolean ready = Poll.until(limit, () -> {
            failIfUnableToStart();
            return isReady();
        });
        if (!ready) {
            throw new StackException(
                    Exit.TIMEOUT,
                    component().title() + " was not ready after " + limit.toSeconds() + " s. It wrote last:\n"
                            + log.tail());
        }
        synchronized (this) {
            wasReady = true;
        }
    }

    private boolean isReady() {
        try {
            return isAlive() && spec.readiness().isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            LOG.atDebug().setCause(e).addKeyValue("component", component().id()).log("not ready yet");
            return false;
        }
    }

    private synchronized void failIfUnableToStart() {
        boolean refusedItsInput = deathsAtStart > 0 && lastExit == Exit.CONFIGURATION.code();
        if (refusedItsInput || deathsAtStart >= DEATHS_TOLERATED_AT_START) {
            throw new StackException(Exit.of(lastExit), component().title() + " cannot start:\n" + log.tail());
        }
    }

    private synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Stops the process cleanly, by force after the limit; it is not started again. Returns when it has ended. */
    void stop(Duration limit) {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null && running.isAlive()) {
            Signals.stop(running.toHandle(), component().stopSignal());
            Signals.awaitEnd(List.of(running.toHandle()), limit);
            running.onExit().join();
            reaper.forget(running.toHandle());
        }
        pidFile.delete();
    }
}
