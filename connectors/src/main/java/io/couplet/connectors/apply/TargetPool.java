package io.couplet.connectors.apply;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.couplet.connectors.config.SystemConfig;
import java.time.Duration;

/** Connections of the integration account. */
public final class TargetPool {

    /** One for commands, one for housekeeping. */
    private static final int CONNECTIONS = 2;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private TargetPool() {}

    /** Makes a pool; the database need not be there yet. To be closed by the caller. */
    public static HikariDataSource of(String system, SystemConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("couplet-apply-" + system);
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password().value());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECT.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "couplet-apply");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // A server that is gone without a word is noticed by this alone.
        pool.addDataSourceProperty("socketTimeout", "60");
        return new HikariDataSource(pool);
    }
}
