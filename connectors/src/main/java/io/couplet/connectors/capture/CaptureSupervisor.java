package io.couplet.connectors.capture;

import io.couplet.connectors.config.ConfigException;
import io.couplet.connectors.lifecycle.Backoff;
import io.couplet.connectors.lifecycle.ConnectorState.Failed;
import io.couplet.connectors.lifecycle.ConnectorState.Retrying;
import io.couplet.connectors.lifecycle.ConnectorState.Starting;
import io.couplet.connectors.lifecycle.ConnectorState.Stopped;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.connectors.lifecycle.Patience;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the capture of one system going: an engine that ends is started again, after a wait that grows while it keeps
 * ending. Runs on a thread of its own.
 */
public final class CaptureSupervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureSupervisor.class);

    private final String system;
    private final CaptureRun run;
    private final Lifecycle lifecycle;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    CaptureSupervisor(String system, CaptureRun run, Lifecycle lifecycle) {
        this.system = system;
        this.run = run;
        this.lifecycle = lifecycle;
        this.thread = new Thread(this::supervise, "capture-" + system);
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    private void supervise() {
        boolean stopped = false;
        while (!stopped) {
            attempt();
            stopped = pause();
        }
        lifecycle.become(new Stopped());
    }

    private void attempt() {
        lifecycle.become(new Starting());
        try {
            run.untilItEnds(backoff::succeeded);
            if (stop.getCount() > 0) {
                lifecycle.become(new Retrying("the capture engine ended by itself"));
            }
        } catch (ConfigException wrong) {
            lifecycle.become(new Failed(String.valueOf(wrong.getMessage())));
        } catch (Exception failed) {
            // Whatever it is, the way out is the same: say so, wait, try again; nothing is lost meanwhile.
            LOG.atWarn()
                    .addKeyValue("system", system)
                    .setCause(failed)
                    .log("Capture was interrupted and will be tried again");
            lifecycle.become(new Retrying(Causes.inWords(failed)));
        }
    }

    private boolean pause() {
        try {
            return stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops the engine in good order and waits for it, within limits. */
    @Override
    public void close() {
        stop.countDown();
        run.stop();
        Patience.awaitEnd(thread);
    }
}
