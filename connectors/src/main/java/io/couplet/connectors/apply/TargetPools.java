package io.couplet.connectors.apply;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.couplet.connectors.config.SystemConfig;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections of the integration account, one of each kind; the database need not be there yet.
 *
 * @param leftOut for commands; carries the replication origin where there is one, so that capture is spared what is written
 * @param shown for commands that capture is to show; the same where there is no origin
 * @param forHousekeeping for everything else
 */
public record TargetPools(HikariDataSource leftOut, HikariDataSource shown, HikariDataSource forHousekeeping)
        implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Makes them. */
    public static TargetPools of(String system, SystemConfig config) {
        HikariConfig commands = one("couplet-apply-" + system, config);
        String origin = config.replicationOrigin();
        if (origin != null) {
            // Only one session at a time may carry an origin: after a crash it is free once the server has noticed.
            commands.setConnectionInitSql(
                    "SELECT pg_replication_origin_session_setup('" + origin.replace("'", "''") + "')");
        }
        HikariDataSource leftOut = new HikariDataSource(commands);
        HikariDataSource shown =
                origin == null ? leftOut : new HikariDataSource(one("couplet-apply-shown-" + system, config));
        return new TargetPools(leftOut, shown, new HikariDataSource(one("couplet-housekeeping-" + system, config)));
    }

    /** The connection for commands that capture is to show, or is to be spared. */
    DataSource forWrites(boolean toBeShown) {
        return toBeShown ? shown : leftOut;
    }

    /** Closes them all. */
    @Override
    public void close() {
        leftOut.close();
        shown.close();
        forHousekeeping.close();
    }

    private static HikariConfig one(String name, SystemConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password().value());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(1);
        pool.setMaxLifetime(0);
        pool.setConnectionTimeout(CONNECT.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "couplet-apply");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // Planned once: every batch finds its rows by their ids, however many there are.
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        // A server that is gone without a word is noticed by this alone.
        pool.addDataSourceProperty("socketTimeout", "60");
        return pool;
    }
}
