package io.couplet.connectors.capture;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.kafka.Delivery;
import io.couplet.connectors.row.BadValueException;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the capture engine delivers, batch by batch: projected, sent, acknowledged, and only then marked as
 * processed, so that whatever was not acknowledged is delivered again. Nobody waits for acknowledgements: a batch is
 * marked when a later one comes (heartbeats come every two seconds) and finds it acknowledged. One object serves one
 * run of the engine.
 *
 * <p>The end of an entity's snapshot is stated as soon as rows are read that come after all of its own: the engine reads tables one after the
 * other, in the order of the bindings. The end of the rest is stated before the batch in which the end of all shows is marked as processed.
 * A crash in between therefore repeats the statements (or the whole snapshot), and an engine that starts past its snapshot never has to.
 */
final class CaptureHandler implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private static final int MOST_UNDER_WAY = 200;

    private final Map<String, CapturedTable> tables = new LinkedHashMap<>();
    private final ChangeSink sink;
    private final CaptureCounts counts;
    private final CaptureMeters meters;
    private final Clock clock;
    private final Runnable onSnapshotEnd;
    private final Queue<Sent> underWay = new ArrayDeque<>();
    private final Deque<CapturedTable> unread;
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
        this.unread = new ArrayDeque<>(tables.values());
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
        if (!records.isEmpty()) {
            // Offsets only grow within a batch, so the last one stands for all.
            underWay.add(new Sent(batch, sink.sealed(), records.get(records.size() - 1)));
        }
        if (batch.somebodyWaits() || underWay.size() > MOST_UNDER_WAY) {
            sink.flush();
        }
        markArrived(committer);
        committer.markBatchFinished();
    }

    private void markArrived(RecordCommitter<RecordChangeEvent<SourceRecord>> committer) throws InterruptedException {
        sink.throwIfFailed();
        Sent sent = underWay.peek();
        while (sent != null && sent.delivery().isAnswered()) {
            // An answer may have been a refusal that came after the question above.
            sink.throwIfFailed();
            sent.batch().arrived(sent.delivery());
            committer.markProcessed(sent.last());
            underWay.remove();
            sent = underWay.peek();
        }
    }

    /**
     * A batch that may not have been acknowledged yet.
     *
     * @param batch what it brings about
     * @param delivery its records on their way
     * @param last the engine's record that stands for all of it
     */
    private record Sent(Batch batch, Delivery delivery, RecordChangeEvent<SourceRecord> last) {}

    /** What one batch brings about once it has been acknowledged. */
    private final class Batch {

        private final Instant capturedAt;
        private final long capturedNanos = System.nanoTime();
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
                sink.endSnapshot(unread, event == null ? 0L : event.position());
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
                if (!pastSnapshot) {
                    endSnapshotBefore(table, event.position());
                }
                publish(record, event, table);
            }
        }

        private void endSnapshotBefore(CapturedTable table, long position) {
            List<CapturedTable> complete = new ArrayList<>();
            String topic = table.topic().name();
            while (!unread.element().topic().name().equals(topic) && unread.contains(table)) {
                complete.add(unread.remove());
            }
            if (!complete.isEmpty()) {
                sink.endSnapshot(complete, position);
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

        /** Whether somebody looks for what it brings about right now: a mark, or the end of the snapshot. */
        boolean somebodyWaits() {
            return nonce != null || snapshotEnded;
        }

        void arrived(Delivery delivery) {
            counts.published(published, dead);
            meters.published(Duration.ofNanos(delivery.answeredNanos() - capturedNanos), published, dead);
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
