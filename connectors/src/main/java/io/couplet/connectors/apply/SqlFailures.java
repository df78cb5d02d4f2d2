package io.couplet.connectors.apply;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells a database that cannot answer now from one that refuses. */
final class SqlFailures {

    /** Connection, resources, operator intervention, system error, transaction rollback. */
    private static final Set<String> CLASSES_THAT_PASS = Set.of("08", "53", "57", "58", "40");

    /** Lock not available; a server that only reads at the moment; a snapshot that is too old. */
    private static final Set<String> STATES_THAT_PASS = Set.of("55P03", "25006", "72000");

    private SqlFailures() {}

    /** Whether the same statement may succeed later without anybody changing it or the data. */
    static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        // Without a state the failure is the driver's or the pool's own: it never reached the database.
        return state == null
                || CLASSES_THAT_PASS.contains(state.substring(0, Math.min(2, state.length())))
                || STATES_THAT_PASS.contains(state);
    }

    /** The refusal in the database's own words. */
    static String words(SQLException refusal) {
        @Nullable
        ServerErrorMessage server = refusal instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String message = server == null ? refusal.getMessage() : server.getMessage();
        return message == null ? "refused with state " + refusal.getSQLState() : message;
    }
}
