package io.couplet.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Marks written into both databases, which show that capture has come past them. */
final class CaptureMarks {
    private static final List<Component> DATABASES = List.of(Component.ERP, Component.CRM);
    private static final String WRITE = """
            insert into couplet.heartbeat (id, nonce, at) values (1, ?, now())
            on conflict (id) do update set nonce = excluded.nonce, at = excluded.at
            """;

    private final Endpoints endpoints;
    private final ObjectMapper json = new ObjectMapper();
    private String mark = "";

    CaptureMarks(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Writes a new mark into each database.
     *
     * @throws StackException (unreachable) when a database refuses it
     */
    void write() {
        mark = UUID.randomUUID().toString();
        for (Component database : DATABASES) {
            try (Connection connection = DriverManager.getConnection(
                            endpoints.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
                    PreparedStatement statement = connection.prepareStatement(WRITE)) {
                statement.setString(1, mark);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new StackException(
                        Exit.UNREACHABLE, database.title() + " does not take a heartbeat: " + e.getMessage(), e);
            }
        }
    }

    /** The databases whose snapshot or latest mark has not been captured yet, as words for a sentence. */
    List<String> pending() {
        JsonNode systems;
        try {
            systems = json.readTree(HttpProbe.text(endpoints.connectors().resolve("/status")))
                    .path("systems");
        } catch (IOException e) {
            return List.of("connectors, which do not answer");
        }
        List<String> pending = new ArrayList<>();
        for (Component database : DATABASES) {
            JsonNode capture = systems.path(database.id()).path("capture");
            if (!capture.path("snapshotComplete").asBoolean(false)) {
                pending.add("the snapshot of the " + database.title() + " ("
                        + capture.path("captured").asLong() + " rows captured, "
                        + capture.path("state").asText("no state") + ")");
            } else if (!capture.path("nonce").asText("").equals(mark)) {
                pending.add("changes of the " + database.title() + " to be captured");
            }
        }
        return pending;
    }
}
