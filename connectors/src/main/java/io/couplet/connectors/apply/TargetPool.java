package io.couplet.connectors.apply;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.couplet.connectors.config.SystemConfig;
import java.time.Duration;

/** Connections of the integration account. */
public final class TargetPool {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private TargetPool() {}

    /**
     * Makes the one connection for commands, which carries the replication origin where there is one; the database need not be
     * there yet. To be closed by the caller.
     */
    public static HikariDataSource forCommands(String system, SystemConfig config) {
        HikariConfig pool = one("couplet-apply-" + system, config);
        if (config.replicationOrigin() != null) {
            // Only one session at a time may carry an origin: after a crash it is free once the server has noticed.
            pool.setConnectionInitSql("SELECT pg_replication_origin_session_setup('"
                    + config.replicationOrigin().replace("'", "''") + "')");
        }
        return new HikariDataSource(pool);
    }

    /** Makes the one connection for housekeeping. To be closed by the caller. */
    public static HikariDataSource forHousekeeping(String system, SystemConfig config) {
        return new HikariDataSource(one("couplet-housekeeping-" + system, config));
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
