package io.couplet.connectors.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done in a system's database from time to time: a sign of life, which keeps the log position of an idle system
 * moving so that its server need not keep old log for us; and forgetting commands that cannot come again. That creates
 * are never forgotten is what keeps a late one from making a second record.
 */
public final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** As long as commands are kept in their topic. */
    static final Duration MEMORY = Duration.ofDays(7);

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration PURGE = Duration.ofMinutes(10);

    private final String system;
    private final DataSource database;
    private final ScheduledExecutorService scheduler;

    Housekeeping(String system, DataSource database) {
        this.system = system;
        this.database = database;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "housekeeping-" + system);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts; returns at once. */
    public void start() {
        every(HEARTBEAT, "UPDATE couplet.heartbeat SET at = clock_timestamp() WHERE id = 1");
        every(
                PURGE,
                "DELETE FROM couplet.applied_command WHERE (op <> 'CREATE' OR refusal IS NOT NULL) AND applied_at < now() - interval '"
                        + MEMORY.toDays() + " days'");
    }

    private void every(Duration period, String sql) {
        long millis = period.toMillis();
        // What goes wrong in a run is dealt with in the run.
        Future<?> unused = scheduler.scheduleWithFixedDelay(() -> run(sql), 0, millis, TimeUnit.MILLISECONDS);
    }

    /** Failures are left to the next time: the applier's own work tells whether the database is down. */
    void run(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        } catch (SQLException failed) {
            LOG.atDebug().addKeyValue("system", system).setCause(failed).log("Housekeeping is left to the next time");
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
