package io.couplet.connectors.capture;

import static io.couplet.connectors.binding.BoundTable.quote;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.config.Faults;
import io.couplet.connectors.config.SystemConfig;
import io.couplet.connectors.row.RowShape;
import io.couplet.connectors.row.ShapeColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at a database before its changes are captured: everything that would make capture lose or lack something is
 * found at once, each with the statement that puts it right.
 */
public final class SourceCheck {

    private final BoundSystem system;
    private final SystemConfig config;

    /** Makes the check of one system. */
    public SourceCheck(BoundSystem system, SystemConfig config) {
        this.system = system;
        this.config = config;
    }

    /**
     * Looks.
     *
     * @throws io.couplet.connectors.config.ConfigException naming everything that is wrong
     * @throws SQLException if the database cannot be asked
     */
    public void check() throws SQLException {
        Faults faults = new Faults();
        try (Connection connection = DriverManager.getConnection(
                config.url(), config.captureUser(), config.capturePassword().value())) {
            checkServer(connection, faults);
            for (BoundTable table : system.tables()) {
                checkTable(connection, table, faults);
            }
            checkHeartbeat(connection, faults);
            checkPublication(connection, faults);
        }
        faults.throwIfAny();
    }

    private void checkServer(Connection connection, Faults faults) throws SQLException {
        if (!ask(connection, "SELECT current_setting('wal_level') = 'logical'")) {
            faults.add(
                    where("server"),
                    "wal_level is not logical, so changes cannot be read from its log; run: "
                            + "ALTER SYSTEM SET wal_level = 'logical'; and restart the server");
        }
        if (!ask(connection, "SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
            faults.add(
                    where("login " + config.captureUser()),
                    "may not replicate; run: ALTER ROLE " + quote(config.captureUser()) + " REPLICATION;");
        }
    }

    private void checkTable(Connection connection, BoundTable table, Faults faults) throws SQLException {
        String where = where("table " + table.quotedName());
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT c.oid, c.relreplident = 'f' AS identified, has_table_privilege(c.oid, 'SELECT') AS readable
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p')""")) {
            statement.setString(1, table.schema());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    faults.add(where, "does not exist, but entity " + table.entityName() + " is bound to it");
                    return;
                }
                if (!row.getBoolean("identified")) {
                    faults.add(
                            where,
                            "replica identity is not FULL, so deletes and previous versions would be missed; run: "
                                    + "ALTER TABLE " + table.quotedName() + " REPLICA IDENTITY FULL;");
                }
                if (!row.getBoolean("readable")) {
                    faults.add(
                            where,
                            config.captureUser() + " may not read it; run: GRANT SELECT ON " + table.quotedName()
                                    + " TO " + quote(config.captureUser()) + ";");
                }
                checkColumns(connection, row.getLong("oid"), table, faults);
            }
        }
    }

    private void checkColumns(Connection connection, long oid, BoundTable table, Faults faults) throws SQLException {
        Set<String> there = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT attname FROM pg_attribute WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped")) {
            statement.setLong(1, oid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getString(1));
                }
            }
        }
        for (ShapeColumn column : RowShape.of(table).columns()) {
            if (!there.contains(column.name())) {
                faults.add(
                        where("table " + table.quotedName()),
                        "has no column " + quote(column.name()) + ", but the binding of " + table.entityName()
                                + " names it");
            }
        }
    }

    private void checkHeartbeat(Connection connection, Faults faults) throws SQLException {
        if (!ask(connection, "SELECT to_regclass('couplet.heartbeat') IS NOT NULL")) {
            faults.add(
                    where("table couplet.heartbeat"),
                    "does not exist; run: CREATE TABLE couplet.heartbeat"
                            + " (id integer PRIMARY KEY, nonce text, at timestamptz);");
        }
    }

    private void checkPublication(Connection connection, Faults faults) throws SQLException {
        String name = CaptureSettings.PUBLICATION;
        Set<String> published = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT schemaname || '.' || tablename FROM pg_publication_tables WHERE pubname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    published.add(rows.getString(1));
                }
            }
        }
        if (!ask(connection, "SELECT EXISTS (SELECT FROM pg_publication WHERE pubname = '" + name + "')")) {
            faults.add(
                    where("publication " + name),
                    "does not exist; run: CREATE PUBLICATION " + name + " FOR TABLE couplet.heartbeat;");
        }
        for (BoundTable table : system.tables()) {
            if (!published.contains(table.fullName())) {
                faults.add(
                        where("publication " + name),
                        "lacks the table; run: ALTER PUBLICATION " + name + " ADD TABLE " + table.quotedName() + ";");
            }
        }
        if (!published.contains("couplet.heartbeat")) {
            faults.add(
                    where("publication " + name),
                    "lacks the table; run: ALTER PUBLICATION " + name + " ADD TABLE couplet.heartbeat;");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private String where(String what) {
        return system.name() + ": " + what;
    }
}
