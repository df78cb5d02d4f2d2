package io.couplet.connectors.capture;

import io.couplet.connectors.lifecycle.ConnectorState.Snapshotting;
import io.couplet.connectors.lifecycle.ConnectorState.Streaming;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ConnectorCallback;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a capture engine after the other: checked, started, and waited for until it ends. */
final class CaptureRun {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureRun.class);

    private final CaptureSettings settings;
    private final SourceCheck check;
    private final StoredOffsets offsets;
    private final HandlerFactory handlers;
    private final CaptureCounts counts;
    private final Lifecycle lifecycle;
    private final AtomicReference<@Nullable DebeziumEngine<?>> running = new AtomicReference<>();
    private volatile boolean stopping;

    /** Makes the handler of one run. */
    interface HandlerFactory {

        /**
         * Makes it.
         *
         * @param pastSnapshot whether the engine will not read a snapshot
         * @param onSnapshotEnd to be called when the snapshot has been published
         */
        CaptureHandler handler(boolean pastSnapshot, Runnable onSnapshotEnd);
    }

    CaptureRun(
            CaptureSettings settings,
            SourceCheck check,
            StoredOffsets offsets,
            HandlerFactory handlers,
            CaptureCounts counts,
            Lifecycle lifecycle) {
        this.settings = settings;
        this.check = check;
        this.offsets = offsets;
        this.handlers = handlers;
        this.counts = counts;
        this.lifecycle = lifecycle;
    }

    /**
     * Runs an engine; returns when it was told to stop.
     *
     * @param onStarted called when the engine has begun to deliver
     * @throws io.couplet.connectors.config.ConfigException if the database is not as capture needs it
     * @throws SQLException if the database does not answer
     * @throws CaptureEndedException if the engine ended with a failure
     */
    void untilItEnds(Runnable onStarted) throws SQLException, CaptureEndedException {
        check.check();
        boolean past = offsets.pastSnapshot(settings.engineName());
        counts.snapshotIsComplete(past);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        DebeziumEngine<?> engine = engine(past, onStarted, failure);
        running.set(engine);
        if (!stopping) {
            engine.run();
        }
        running.set(null);
        Throwable failed = failure.get();
        if (failed != null && !stopping) {
            throw new CaptureEndedException(failed);
        }
    }

    private DebeziumEngine<RecordChangeEvent<SourceRecord>> engine(
            boolean past, Runnable onStarted, AtomicReference<@Nullable Throwable> failure) {
        CaptureHandler handler = handlers.handler(past, () -> lifecycle.become(new Streaming()));
        return DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings.properties())
                .notifying(handler)
                .using(new ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        lifecycle.become(past ? new Streaming() : new Snapshotting());
                        onStarted.run();
                    }
                })
                .using((success, message, error) -> {
                    if (!success) {
                        failure.set(error == null ? new IllegalStateException(message) : error);
                    }
                })
                .build();
    }

    /** Ends the current run, and any that would begin. */
    void stop() {
        stopping = true;
        DebeziumEngine<?> engine = running.get();
        if (engine != null) {
            try {
                engine.close();
            } catch (IOException | IllegalStateException ending) {
                // It was ending by itself.
                LOG.atDebug()
                        .addKeyValue("engine", settings.engineName())
                        .setCause(ending)
                        .log("The capture engine could not be stopped twice");
            }
        }
    }
}
