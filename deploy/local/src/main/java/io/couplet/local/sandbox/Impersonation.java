package io.couplet.local.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A superuser's connection that acts as somebody else until this is closed. */
final class Impersonation implements AutoCloseable {
    private final Connection connection;

    private Impersonation(Connection connection) {
        this.connection = connection;
    }

    static Impersonation of(Connection connection, String login) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION AUTHORIZATION \"" + login + '"');
        }
        return new Impersonation(connection);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET SESSION AUTHORIZATION");
        }
    }
}
