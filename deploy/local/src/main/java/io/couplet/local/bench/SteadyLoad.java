package io.couplet.local.bench;

import io.couplet.contract.Side;
import io.couplet.local.sandbox.Logins;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes edits at a fixed rate, each a transaction of its own. The schedule does not wait for anything: an edit that finds no
 * free connection is made late, and its lateness is kept.
 */
final class SteadyLoad {
    private static final int CONNECTIONS = 8;
    private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(200);

    private final Databases databases;
    private final Side source;
    private final EditedTable table;

    SteadyLoad(Databases databases, Side source, EditedTable table) {
        this.databases = databases;
        this.source = source;
        this.table = table;
    }

    /** Makes the edits in the name of several people; returns when the last one is committed. */
    List<MadeEdit> make(List<Edit> edits, int rate) throws SQLException {
        Schedule schedule = new Schedule(System.nanoTime() + HEAD_START, rate);
        AtomicInteger next = new AtomicInteger();
        List<Callable<List<MadeEdit>>> people = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            String person = Logins.PEOPLE.get(i % Logins.PEOPLE.size());
            people.add(() -> work(person, edits, schedule, next));
        }
        return Crew.work(people).stream().flatMap(List::stream).toList();
    }

    private List<MadeEdit> work(String person, List<Edit> edits, Schedule schedule, AtomicInteger next)
            throws SQLException {
        List<MadeEdit> made = new ArrayList<>();
        try (Connection connection = databases.as(source, person);
                PreparedStatement first = prepare(connection, 0);
                PreparedStatement second = prepare(connection, 1)) {
            for (int i = next.getAndIncrement(); i < edits.size(); i = next.getAndIncrement()) {
                long late = schedule.await(i);
                Edit edit = edits.get(i);
                made.add(new MadeEdit(edit, run(edit.field() == 0 ? first : second, edit), late));
            }
        }
        return made;
    }

    private PreparedStatement prepare(Connection connection, int field) throws SQLException {
        return connection.prepareStatement("update %s set %s = ? where %s = ? returning pg_current_xact_id()::text"
                .formatted(table.name(), table.fields().get(field), table.key()));
    }

    private String run(PreparedStatement statement, Edit edit) throws SQLException {
        statement.setString(1, edit.token());
        statement.setObject(2, edit.pair().on(source));
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException(
                        "the " + source + " has no record " + edit.pair().on(source) + " any more");
            }
            return row.getString(1);
        }
    }
}
