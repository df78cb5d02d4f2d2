package io.couplet.local.bench;

import io.couplet.contract.Side;
import io.couplet.local.sandbox.Logins;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Notes in the target's database which edit arrived when: a trigger on the table writes each new value of the edited
 * fields into a log table. The log is unlogged, so that it adds nothing to what replication has to read.
 *
 * <p>The time of arrival is the commit time that the server keeps for each transaction. PostgreSQL's own replication
 * stores the commit time of the <em>source</em> there, as may a session with a replication origin; for those the clock of
 * the transaction's last trigger, a moment before its commit, counts instead. Hence the later of the two.
 */
final class ArrivalLog {
    /** Read after the run, so that no index slows the writes down. */
    private static final String TABLE = "create unlogged table %s (token text not null, at timestamptz not null)";

    private static final String FUNCTION = """
            create function %1$s_note() returns trigger language plpgsql security definer as $body$
            begin
              if new.%2$s is distinct from old.%2$s and new.%2$s is not null then
                insert into %1$s values (new.%2$s, clock_timestamp());
              end if;
              if new.%3$s is distinct from old.%3$s and new.%3$s is not null then
                insert into %1$s values (new.%3$s, clock_timestamp());
              end if;
              return null;
            end
            $body$
            """;

    private static final String TRIGGER =
            "create trigger couplet_bench after update on %s for each row %s execute function %s_note()";

    private static final String READ = """
            select token, (extract(epoch from
              max(greatest(at, pg_xact_commit_timestamp(xmin))) over (partition by xmin::text)) * 1000000)::bigint
            from %s where token like ?
            """;

    private final Databases databases;
    private final Side target;
    private final EditedTable table;
    private final String log;

    private ArrivalLog(Databases databases, Side target, EditedTable table, String log) {
        this.databases = databases;
        this.target = target;
        this.table = table;
        this.log = BenchSchema.NAME + "." + log;
    }

    /** Of the writes of the integration account into the customers or accounts; made in the bench's schema. */
    static ArrivalLog ofCouplet(Databases databases, Side target) throws SQLException {
        ArrivalLog log = new ArrivalLog(databases, target, EditedTable.of(target), "arrivals");
        log.create("when (session_user = '" + Logins.INTEGRATION + "')", "");
        return log;
    }

    /** Of what PostgreSQL replicates into the mirror of the other side's table, which exists already. */
    static ArrivalLog ofMirror(Databases databases, Direction direction) throws SQLException {
        EditedTable mirror = EditedTable.mirrorOf(direction.source());
        ArrivalLog log = new ArrivalLog(databases, direction.target(), mirror, "mirror_arrivals");
        log.create("", "alter table " + mirror.name() + " enable always trigger couplet_bench");
        return log;
    }

    private void create(String condition, String afterwards) throws SQLException {
        try (Connection connection = databases.admin(target)) {
            Sql.run(connection, TABLE.formatted(log));
            Sql.run(
                    connection,
                    FUNCTION.formatted(
                            log, table.fields().get(0), table.fields().get(1)));
            Sql.run(connection, TRIGGER.formatted(table.name(), condition, log));
            Sql.run(connection, afterwards);
        }
    }

    /** How many values have arrived since {@link #clear}. */
    long count() throws SQLException {
        try (Connection connection = databases.admin(target)) {
            return Sql.number(connection, "select count(*) from " + log);
        }
    }

    /**
     * When each of the bench's values arrived, first.
     *
     * @return microseconds since the epoch, by token
     */
    Map<String, Long> read() throws SQLException {
        Map<String, Long> arrivals = new HashMap<>();
        try (Connection connection = databases.admin(target);
                PreparedStatement statement = connection.prepareStatement(READ.formatted(log))) {
            statement.setString(1, Tokens.PREFIX + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    arrivals.merge(rows.getString(1), rows.getLong(2), Math::min);
                }
            }
        }
        return arrivals;
    }

    /** Forgets what has arrived so far. */
    void clear() throws SQLException {
        try (Connection connection = databases.admin(target);
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + log);
        }
    }
}
