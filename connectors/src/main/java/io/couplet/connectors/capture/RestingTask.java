package io.couplet.connectors.capture;

import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Looks less often once nothing has come for a while. The engine's own wait for the next record looks again and again, so that two systems in
 * which nobody works would keep a processor busy ({@link PausingQueue} slows that down while they do). While changes follow each other nothing is different; the first one after a pause may be seen a
 * few milliseconds later. Made by the engine, which uses one thread.
 */
public final class RestingTask extends PostgresConnectorTask {

    private static final Duration AWAKE = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofMillis(8);

    private long lastSeen = System.nanoTime();

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        if (System.nanoTime() - lastSeen > AWAKE.toNanos()) {
            Thread.sleep(REST.toMillis());
        }
        List<SourceRecord> records = super.doPoll();
        if (!records.isEmpty()) {
            lastSeen = System.nanoTime();
        }
        return records;
    }
}
