package io.couplet.local.stack;

import io.couplet.local.sandbox.ConnectionSettings;
import io.couplet.local.sandbox.SampleData;
import io.couplet.local.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The two sandbox databases: made and filled when their servers are new. */
final class Sandboxes {
    private final StackOptions options;
    private final PostgresServer erp;
    private final PostgresServer crm;
    private final Progress progress;

    Sandboxes(StackOptions options, PostgresServer erp, PostgresServer crm, Progress progress) {
        this.options = options;
        this.erp = erp;
        this.crm = crm;
        this.progress = progress;
    }

    /** Makes and fills both databases, as far as that has not been done before. */
    void fill() {
        try {
            Sandbox inErp = Sandbox.erp(database(erp, Component.ERP));
            Sandbox inCrm = Sandbox.crm(database(crm, Component.CRM));
            inErp.install();
            inCrm.install();
            if (!inErp.isLoaded() || !inCrm.isLoaded()) {
                load(inErp, inCrm);
            }
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "the sandboxes cannot be filled: " + e.getMessage(), e);
        }
    }

    private void load(Sandbox inErp, Sandbox inCrm) throws SQLException {
        List<SampleData> sample =
                SampleData.ofAllCompanies(options.scale(), SampleData.DEFAULT_SEED, options.invoices());
        inErp.load(sample);
        inCrm.load(sample);
        progress.say("sample data loaded into both databases (scale " + options.scale() + ")");
    }

    private static ConnectionSettings database(PostgresServer server, Component database) throws SQLException {
        try (Connection connection = server.connect(PostgresServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, database)) {
                statement.execute("create database " + database.id());
            }
        }
        return server.settings();
    }

    private static boolean exists(Statement statement, Component database) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select from pg_database where datname = '" + database.id() + "'")) {
            return found.next();
        }
    }
}
