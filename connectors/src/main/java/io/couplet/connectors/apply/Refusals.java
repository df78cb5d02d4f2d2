package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The memory of what was refused. Whatever was answered as refused must never take effect, not even where an applier that was believed dead
 * carries the same command out late and the system's rules are others by then: nobody waits for its answer any more. The same may
 * be decided again, which is another command since it was decided at another time.
 */
final class Refusals {
    private Refusals() {}

    /** Stands for everything that a command says. One content is carried out or refused, never both: a unique index sees to that. */
    static UUID content(Command command) {
        return UUID.nameUUIDFromBytes(Carried.encode(command));
    }

    /**
     * Remembers a refusal, or finds out that it comes too late. Waits for whoever is carrying the same command out at the moment.
     *
     * @param reason in the system's own words
     * @return the reason that stands, which may be one given before; null where the command has taken effect
     */
    static @Nullable String remember(Connection connection, Command command, String reason) throws SQLException {
        UUID content = content(command);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO couplet.applied_command (id, coupling, target, op, content, refusal)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, "refused/" + content);
            insert.setString(2, command.getCoupling());
            insert.setString(3, command.getTarget());
            insert.setString(4, command.getOp().name());
            insert.setObject(5, content);
            insert.setString(6, reason);
            if (insert.executeUpdate() == 1) {
                return reason;
            }
        }
        return given(connection, content);
    }

    private static @Nullable String given(Connection connection, UUID content) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT refusal FROM couplet.applied_command WHERE content = ?")) {
            select.setObject(1, content);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }
}
