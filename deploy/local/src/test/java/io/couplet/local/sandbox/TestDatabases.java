package io.couplet.local.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server for all tests of the sandboxes, with a database for each system; ends with the JVM. */
final class TestDatabases {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ADMIN = "postgres";
    private static final TestDatabases INSTANCE = start();

    private final EmbeddedPostgres server;

    private TestDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestDatabases shared() {
        return INSTANCE;
    }

    ConnectionSettings admin(String database) {
        return settings(database, ADMIN);
    }

    /** Runs a statement in the name of that login and answers the first column of its first row, as text. */
    @Nullable
    String run(String database, String login, String sql) throws SQLException {
        try (Connection connection = settings(database, login).open();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private ConnectionSettings settings(String database, String login) {
        return new ConnectionSettings("jdbc:postgresql://localhost:" + server.getPort() + "/" + database, login, login);
    }

    private static TestDatabases start() {
        try {
            TestDatabases databases = new TestDatabases(EmbeddedPostgres.builder()
                    .setPGStartupWait(START_LIMIT)
                    .setServerConfig("wal_level", "logical")
                    .start());
            for (String name : new String[] {
                "erp", "crm", "second_erp", "second_crm", "rules_erp", "rules_crm", "both_erp", "both_crm"
            }) {
                databases.create(name);
            }
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test databases could not be made", e);
        }
    }

    private void create(String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(admin("postgres").url(), ADMIN, ADMIN);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        Sandbox sandbox = name.endsWith("erp") ? Sandbox.erp(admin(name)) : Sandbox.crm(admin(name));
        sandbox.install();
        sandbox.install();
    }
}
