package io.couplet.connectors.capture;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.row.BadValueException;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the capture engine delivers, batch by batch: projected, sent, acknowledged, and only then marked as
 * processed, so that whatever was not acknowledged is delivered again. One object serves one run of the engine.
 *
 * <p>The end of the snapshot is stated before the batch in which it shows is marked as processed. A crash in between
 * therefore repeats the statement (or the whole snapshot), and an engine that starts past its snapshot never has to.
 */
final class CaptureHandler implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private final Map<String, CapturedTable> tables = new LinkedHashMap<>();
    private final ChangeSink sink;
    private final CaptureCounts counts;
    private final CaptureMeters meters;
    private final Clock clock;
    private final Runnable onSnapshotEnd;
    private boolean pastSnapshot;

    CaptureHandler(
            BoundSystem system,
            Catalogue catalogue,
            ChangeSink sink,
            CaptureCounts counts,
            CaptureMeters meters,
            Clock clock,
            boolean pastSnapshot,
            Runnable onSnapshotEnd) {
        system.tables()
                .forEach(table ->
                        tables.put(table.fullName(), new CapturedTable(table, catalogue.changes(table.entityName()))));
        this.sink = sink;
        this.counts = counts;
        this.meters = meters;
        this.clock = clock;
        this.pastSnapshot = pastSnapshot;
        this.onSnapshotEnd = onSnapshotEnd;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> records, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        Batch batch = new Batch(clock.instant());
        for (RecordChangeEvent<SourceRecord> each : records) {
            batch.take(each.record());
        }
        sink.flush();
        batch.arrived();
        if (!records.isEmpty()) {
            // Offsets only grow within a batch, so the last one stands for all.
            committer.markProcessed(records.get(records.size() - 1));
        }
        committer.markBatchFinished();
    }

    /** What one batch brings about once it has been acknowledged. */
    private final class Batch {

        private final Instant capturedAt;
        private long published;
        private long dead;
        private @Nullable String nonce;
        private boolean snapshotEnded;

        Batch(Instant capturedAt) {
            this.capturedAt = capturedAt;
        }

        void take(SourceRecord record) {
            SourceEvent event = SourceEvent.of(record);
            if (event != null) {
                take(record, event);
            }
            if (!pastSnapshot && SourceOffsets.pastSnapshot(record.sourceOffset())) {
                sink.endSnapshot(tables.values(), event == null ? 0L : event.position());
                pastSnapshot = true;
                snapshotEnded = true;
            }
        }

        private void take(SourceRecord record, SourceEvent event) {
            if (isHeartbeat(event)) {
                takeNonce(event);
                return;
            }
            CapturedTable table = tables.get(event.schema() + "." + event.table());
            if (table != null) {
                publish(record, event, table);
            }
        }

        private void publish(SourceRecord record, SourceEvent event, CapturedTable table) {
            try {
                Change change = table.change(event, capturedAt);
                sink.publish(table.topic(), change);
                meters.captured(table.table().entityName(), change);
                published++;
            } catch (BadValueException bad) {
                sink.deadLetter(table.topic(), record, table.table().fullName() + ": " + bad.getMessage());
                dead++;
            }
        }

        private void takeNonce(SourceEvent event) {
            // A row read by the snapshot proves nothing about the tables that are read after it.
            if (!event.op().equals("r") && event.after() != null) {
                nonce = event.after().getString("nonce");
            }
        }

        void arrived() {
            counts.published(published, dead);
            meters.published(capturedAt, published, dead);
            if (nonce != null) {
                counts.sawNonce(nonce);
            }
            if (snapshotEnded) {
                counts.snapshotIsComplete(true);
                onSnapshotEnd.run();
            }
        }
    }

    private static boolean isHeartbeat(SourceEvent event) {
        return event.schema().equals(BoundSystem.HEARTBEAT_SCHEMA)
                && event.table().equals(BoundSystem.HEARTBEAT_TABLE);
    }
}
