package io.couplet.connectors.apply;

import static io.couplet.connectors.binding.BoundTable.quote;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.config.Faults;
import io.couplet.connectors.config.SystemConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at a database before commands are carried out in it: what would make every command fail is found at once. */
public final class TargetCheck {

    private static final String MEMORY = "couplet.applied_command";

    /** The columns that former versions did not have, with their types. */
    private static final SortedMap<String, String> ADDED_SINCE =
            new TreeMap<>(Map.of("carried", "bytea", "content", "uuid UNIQUE", "refusal", "text"));

    private final BoundSystem system;
    private final SystemConfig config;

    /** Makes the check of one system. */
    public TargetCheck(BoundSystem system, SystemConfig config) {
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
                config.url(), config.user(), config.password().value())) {
            for (BoundTable table : system.tables()) {
                checkTable(connection, table, faults);
            }
            checkMemory(connection, faults);
        }
        faults.throwIfAny();
    }

    private void checkTable(Connection connection, BoundTable table, Faults faults) throws SQLException {
        String where = system.name() + ": table " + table.quotedName();
        if (!ask(connection, "SELECT to_regclass(?) IS NOT NULL", table.quotedName())) {
            // Capture's check says so already.
            return;
        }
        if (!ask(
                connection,
                "SELECT has_table_privilege(?, 'SELECT') AND has_table_privilege(?, 'INSERT')"
                        + " AND has_table_privilege(?, 'UPDATE') AND has_table_privilege(?, 'DELETE')",
                table.quotedName())) {
            faults.add(
                    where,
                    config.user() + " may not write it; run: GRANT SELECT, INSERT, UPDATE, DELETE ON "
                            + table.quotedName() + " TO " + quote(config.user()) + ";");
        }
        String id = table.entity().id();
        if (!ask(connection, """
                SELECT EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL
                AND a.attname = '%s')""".formatted(id.replace("'", "''")), table.quotedName())) {
            faults.add(
                    where,
                    "the id " + quote(id) + " has no unique index, so a record could come to be twice; run: "
                            + "CREATE UNIQUE INDEX ON " + table.quotedName() + " (" + quote(id) + ");");
        }
    }

    private void checkMemory(Connection connection, Faults faults) throws SQLException {
        String where = system.name() + ": table " + MEMORY;
        if (!ask(connection, "SELECT to_regclass(?) IS NOT NULL", MEMORY)) {
            faults.add(
                    where,
                    "does not exist; run: CREATE TABLE " + MEMORY + " (id text PRIMARY KEY, coupling text, target text,"
                            + " op text, outcome_version bigint, row jsonb, carried bytea, content uuid UNIQUE, refusal text,"
                            + " applied_at timestamptz NOT NULL DEFAULT clock_timestamp());");
            return;
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> column : ADDED_SINCE.entrySet()) {
            if (!ask(
                    connection,
                    "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(?) AND attname = '"
                            + column.getKey() + "')",
                    MEMORY)) {
                missing.add("ADD COLUMN " + column.getKey() + " " + column.getValue());
            }
        }
        if (!missing.isEmpty()) {
            faults.add(
                    where,
                    "was made by a former version; run: ALTER TABLE " + MEMORY + " " + String.join(", ", missing)
                            + ";");
        } else if (!ask(
                connection,
                "SELECT has_table_privilege(?, 'SELECT') AND has_table_privilege(?, 'INSERT')"
                        + " AND has_table_privilege(?, 'DELETE')",
                MEMORY)) {
            faults.add(
                    where,
                    config.user() + " may not write it; run: GRANT SELECT, INSERT, DELETE ON " + MEMORY + " TO "
                            + quote(config.user()) + ";");
        }
    }

    /** Every parameter of the question is the name of the same table. */
    private static boolean ask(Connection connection, String question, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, table);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
