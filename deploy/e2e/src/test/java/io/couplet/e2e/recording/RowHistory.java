package io.couplet.e2e.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Version;
import io.couplet.e2e.Database;
import io.couplet.guarantee.Recording.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every version of every row of one system, noted by the database itself. For one thread. */
final class RowHistory {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Who wrote what was there when this was installed. */
    private static final String NOBODY = "";

    private final Database admin;
    private final Map<String, TableShape> shapes;
    private final List<Stored> versions = new ArrayList<>();
    private final Set<RecordRef> before = new HashSet<>();
    private long place;

    /**
     * Notes nothing yet.
     *
     * @param admin the database as its superuser sees it
     * @param shapes the tables of which it is to keep every version, by name
     */
    RowHistory(Database admin, Map<String, TableShape> shapes) {
        this.admin = admin;
        this.shapes = Map.copyOf(shapes);
    }

    /** Has the database note what is written from now on, beginning with what is there. To be called once, before capture begins. */
    void install() {
        try (InputStream in = RowHistory.class.getResourceAsStream("/recording/history.sql")) {
            admin.update(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            shapes.keySet().forEach(table -> admin.update("call history.keep('" + table + "')"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All versions so far, in the order in which they were committed. */
    List<Stored> read() {
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement()) {
            // One look at both: what is noted later is read the next time.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, String> commands = commands(statement);
            try (ResultSet rows = statement.executeQuery("select tablename, before, after, by, place"
                    + " from history.version where place > " + place + " order by place")) {
                while (rows.next()) {
                    TableShape shape = Objects.requireNonNull(shapes.get(rows.getString(1)), rows.getString(1));
                    Stored version = stored(
                            shape, parse(rows.getString(2)), parse(rows.getString(3)), rows.getString(4), commands);
                    versions.add(version);
                    if (rows.getString(4).equals(NOBODY)) {
                        before.add(version.row().ref());
                    }
                    place = rows.getLong(5);
                }
            }
            return List.copyOf(versions);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The records that were there when this was installed, as of the last {@link #read}. */
    Set<RecordRef> before() {
        return Set.copyOf(before);
    }

    /** The ids of the commands that had an effect, by what they wrote: the applier notes them with the write itself. */
    private static Map<String, String> commands(Statement statement) throws SQLException {
        Map<String, String> commands = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(
                "select target, outcome_version, op = 'DELETE', id from couplet.applied_command where refusal is null")) {
            while (rows.next()) {
                commands.put(
                        rows.getString(1) + " " + new Version(rows.getLong(2), rows.getBoolean(3)), rows.getString(4));
            }
        }
        return commands;
    }

    private static Stored stored(
            TableShape shape,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            String by,
            Map<String, String> commands) {
        JsonNode row = after == null ? Objects.requireNonNull(before) : after;
        Version version = after == null ? new Version(shape.version(row).row(), true) : shape.version(row);
        String command = commands.get(shape.ref(row) + " " + version);
        return new Stored(
                new StoredRow(
                        shape.ref(row),
                        version,
                        shape.createdBy(row),
                        after == null ? by : shape.modifiedBy(row),
                        shape.modifiedAt(row),
                        shape.fields(row)),
                before == null ? null : shape.version(before),
                command,
                after == null || command != null ? Set.of() : shape.changed(before, after));
    }

    private static @Nullable JsonNode parse(@Nullable String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
