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

/** Makes edits as fast as it can, many in a transaction. */
final class BurstLoad {
    static final int LANES = 4;
    static final int BATCH = 100;

    private final Databases databases;
    private final Side source;
    private final EditedTable table;

    BurstLoad(Databases databases, Side source, EditedTable table) {
        this.databases = databases;
        this.source = source;
        this.table = table;
    }

    /** Makes the batches of each lane in the name of one person; returns when the last one is committed. */
    List<MadeEdit> make(List<List<List<Edit>>> lanes) throws SQLException {
        List<Callable<List<MadeEdit>>> people = new ArrayList<>();
        for (List<List<Edit>> lane : lanes) {
            String person = Logins.PEOPLE.get(people.size() % Logins.PEOPLE.size());
            people.add(() -> work(person, lane));
        }
        return Crew.work(people).stream().flatMap(List::stream).toList();
    }

    private List<MadeEdit> work(String person, List<List<Edit>> batches) throws SQLException {
        List<MadeEdit> made = new ArrayList<>();
        try (Connection connection = databases.as(source, person);
                PreparedStatement first = prepare(connection, 0);
                PreparedStatement second = prepare(connection, 1)) {
            connection.setAutoCommit(false);
            for (List<Edit> batch : batches) {
                run(
                        connection,
                        first,
                        batch.stream().filter(edit -> edit.field() == 0).toList());
                run(
                        connection,
                        second,
                        batch.stream().filter(edit -> edit.field() == 1).toList());
                String transaction = Sql.text(connection, "select pg_current_xact_id()::text");
                connection.commit();
                batch.forEach(edit -> made.add(new MadeEdit(edit, transaction, 0)));
            }
        }
        return made;
    }

    private PreparedStatement prepare(Connection connection, int field) throws SQLException {
        return connection.prepareStatement(
                """
                with edits as (select unnest(?::uuid[]) as id, unnest(?::text[]) as value),
                  made as (update %1$s t set %2$s = edits.value from edits where t.%3$s = edits.id returning 1)
                select count(*) from made
                """.formatted(table.name(), table.fields().get(field), table.key()));
    }

    private void run(Connection connection, PreparedStatement statement, List<Edit> edits) throws SQLException {
        if (edits.isEmpty()) {
            return;
        }
        Object[] ids = edits.stream().map(edit -> edit.pair().on(source)).toArray();
        Object[] values = edits.stream().map(Edit::token).toArray();
        statement.setArray(1, connection.createArrayOf("uuid", ids));
        statement.setArray(2, connection.createArrayOf("text", values));
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getInt(1) != edits.size()) {
                throw new SQLException("the " + source + " does not have all records any more");
            }
        }
    }
}
