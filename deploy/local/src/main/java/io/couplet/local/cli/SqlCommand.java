package io.couplet.local.cli;

import io.couplet.local.stack.Component;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one SQL statement in a sandbox as one of its users. */
@Command(
        name = "sql",
        description = "Runs a statement in the ERP or CRM sandbox as one of its users.",
        footer = {
            "",
            "Examples:",
            "  couplet sql erp anna 'select \"No_\", \"Name\" from \"CRONUS$$Customer\" limit 5'",
            "  couplet sql crm bjorn \"update account set telephone1 = '+47 22 00 00 00' where accountnumber = '10000'\""
        })
public final class SqlCommand implements Callable<Integer> {
    /** SQLSTATE classes of a server that cannot be reached or is just starting or stopping. */
    private static final String NO_CONNECTION = "08";

    private static final String NOT_ACCEPTING = "57P03";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "erp|crm", description = "Which sandbox.")
    private String system = "";

    @Parameters(index = "1", paramLabel = "USER", description = "A person such as anna, or the account couplet.")
    private String user = "";

    @Parameters(index = "2", paramLabel = "STATEMENT", description = "The SQL statement.")
    private String sql = "";

    @Override
    public Integer call() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            print(statement, statement.execute(sql), spec.commandLine().getOut());
            return Exit.OK.code();
        } catch (SQLException e) {
            throw new StackException(exit(e), String.valueOf(e.getMessage()), e);
        }
    }

    private Connection connect() throws SQLException {
        Component database = Component.of(system);
        if (database != Component.ERP && database != Component.CRM) {
            throw new StackException(Exit.USAGE, "say erp or crm, not '" + system + "'");
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        // In the sandboxes, and only there, everybody's password is the user's name.
        properties.setProperty("password", user);
        properties.setProperty("ApplicationName", "couplet sql");
        return DriverManager.getConnection(new Endpoints(data.directory().ports()).jdbcUrl(database), properties);
    }

    private static void print(Statement statement, boolean hasRows, PrintWriter out) throws SQLException {
        if (hasRows) {
            try (ResultSet rows = statement.getResultSet()) {
                ResultTable.print(rows, out);
            }
        } else {
            int count = statement.getUpdateCount();
            out.println(count == 1 ? "1 row" : count + " rows");
        }
        out.flush();
    }

    private static Exit exit(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(NO_CONNECTION) || state.equals(NOT_ACCEPTING) ? Exit.UNREACHABLE : Exit.FAILURE;
    }
}
