package io.couplet.local.stack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.kafka.clients.admin.Admin;

/** Puts into the servers what the applications need there: topics, schemas, databases with sample data. */
final class Provisioning {
    private final StackOptions options;
    private final Endpoints endpoints;
    private final Admin admin;
    private final Progress progress;

    Provisioning(StackOptions options, Endpoints endpoints, Admin admin, Progress progress) {
        this.options = options;
        this.endpoints = endpoints;
        this.admin = admin;
        this.progress = progress;
    }

    void createTopics() {}

    void registerSchemas() {}

    void createDatabase(Component database, PostgresServer server) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + database.id() + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + database.id());
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, database.title() + " cannot be created: " + e.getMessage(), e);
        }
    }

    void finishSandboxes() {}
}
