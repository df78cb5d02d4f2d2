package io.couplet.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The moments at which transactions were committed, as their database keeps them. */
final class CommitTimes {
    private static final String READ = """
            select t, (extract(epoch from pg_xact_commit_timestamp(t::xid)) * 1000000)::bigint from unnest(?::text[]) t
            """;

    private CommitTimes() {}

    /** Adds its commit time to each edit. The server must have {@code track_commit_timestamp} on. */
    static List<CommittedEdit> of(List<MadeEdit> edits, Connection source) throws SQLException {
        Map<String, Long> times =
                read(edits.stream().map(MadeEdit::transaction).distinct().toArray(), source);
        return edits.stream()
                .map(made -> new CommittedEdit(
                        made.edit(), Objects.requireNonNull(times.get(made.transaction())), made.lateNanos() / 1_000))
                .toList();
    }

    private static Map<String, Long> read(Object[] transactions, Connection source) throws SQLException {
        Map<String, Long> times = new HashMap<>();
        try (PreparedStatement statement = source.prepareStatement(READ)) {
            statement.setArray(1, source.createArrayOf("text", transactions));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return times;
    }
}
