package io.couplet.connectors.apply;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands out in a PostgreSQL database: those of a call that capture is to be spared in one transaction, those that it is to
 * show in another, since an origin marks whole transactions. Where the database refuses, the commands are halved and each half tried by
 * itself, down to the ones that are refused; the others go through.
 */
final class PostgresTarget implements TargetSystem {

    private final BoundSystem system;
    private final TargetPools databases;
    private final ApplyMeters meters;
    private final Clock clock;
    private final Map<Write.Group, WriteStatement> statements = new HashMap<>();
    private @Nullable WritePlan plan;

    PostgresTarget(BoundSystem system, TargetPools databases, ApplyMeters meters, Clock clock) {
        this.system = system;
        this.databases = databases;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public List<CommandResult> carryOut(List<Command> commands) throws TargetUnavailableException {
        @Nullable Answer[] answers = new Answer[commands.size()];
        try {
            List<Write> writes = plan(commands, answers);
            for (boolean shown : new boolean[] {false, true}) {
                List<Write> some =
                        writes.stream().filter(each -> each.isShown() == shown).toList();
                if (!some.isEmpty()) {
                    write(databases.forWrites(shown), some, answers);
                }
            }
        } catch (SQLException failed) {
            // Tables may be others when the database is back.
            plan = null;
            statements.clear();
            throw new TargetUnavailableException(failed);
        }
        return results(commands, answers);
    }

    private List<Write> plan(List<Command> commands, @Nullable Answer[] answers) throws SQLException {
        WritePlan current = plan == null ? loadPlan() : plan;
        plan = current;
        List<Write> writes = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            try {
                writes.add(current.write(i, commands.get(i)));
            } catch (RejectedException rejected) {
                answers[i] = Answer.rejected(String.valueOf(rejected.getMessage()));
            }
        }
        return writes;
    }

    private WritePlan loadPlan() throws SQLException {
        Map<BoundTable, TargetTable> tables = new HashMap<>();
        try (Connection connection = databases.forWrites(false).getConnection()) {
            for (BoundTable table : system.tables()) {
                tables.put(table, TargetTable.load(connection, table));
            }
            connection.commit();
        }
        return new WritePlan(system, tables);
    }

    /** Writes all or, where the database refuses, each half by itself; the order of a record's commands is kept. */
    private void write(DataSource database, List<Write> writes, @Nullable Answer[] answers) throws SQLException {
        SQLException refusal = tryToWrite(database, writes, answers);
        if (refusal == null) {
            return;
        }
        if (writes.size() == 1) {
            answers[writes.get(0).index()] = refuse(database, writes.get(0), SqlFailures.words(refusal));
            return;
        }
        int half = writes.size() / 2;
        write(database, writes.subList(0, half), answers);
        write(database, writes.subList(half, writes.size()), answers);
    }

    private static Answer refuse(DataSource database, Write write, String reason) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Answer answer = refuse(connection, write, reason);
            connection.commit();
            return answer;
        }
    }

    /** Refuses for good, unless somebody else has carried the command out meanwhile. */
    private static Answer refuse(Connection connection, Write write, String reason) throws SQLException {
        String stands = Refusals.remember(connection, write.command(), reason);
        Answer applied = stands == null ? LookUps.remembered(connection, write) : null;
        return applied == null ? Answer.rejected(stands == null ? reason : stands) : applied;
    }

    /** One transaction; returns the refusal, if it was refused, and throws what may pass by itself. */
    private @Nullable SQLException tryToWrite(DataSource database, List<Write> writes, @Nullable Answer[] answers)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            try {
                transaction(connection, writes, answers);
                return null;
            } catch (SQLException failed) {
                if (SqlFailures.passes(failed)) {
                    throw failed;
                }
                connection.rollback();
                return failed;
            }
        }
    }

    private void transaction(Connection connection, List<Write> writes, @Nullable Answer[] answers)
            throws SQLException {
        for (List<Write> together : WritePlan.statements(writes)) {
            statement(connection, together, answers);
        }
        long began = System.nanoTime();
        connection.commit();
        meters.committed(System.nanoTime() - began);
    }

    private void statement(Connection connection, List<Write> writes, @Nullable Answer[] answers) throws SQLException {
        Write.Group group = writes.get(0).group();
        long began = System.nanoTime();
        Map<String, @Nullable Object[]> rows =
                statements.computeIfAbsent(group, WriteStatement::new).execute(connection, writes);
        meters.executed(group.op(), System.nanoTime() - began);
        List<Write> without = new ArrayList<>();
        for (Write write : writes) {
            @Nullable Object[] row = rows.get(write.command().getId());
            if (row == null) {
                without.add(write);
            } else {
                for (RowsWrite lines : write.rows()) {
                    lines.execute(connection, group.table(), row);
                }
                boolean deleted = write.command().getOp() == Operation.DELETE;
                answers[write.index()] =
                        Answer.applied(StoredRows.of(group.table().shape(), row, deleted));
            }
        }
        explain(connection, group.table(), without, answers);
    }

    private static void explain(
            Connection connection, TargetTable table, List<Write> without, @Nullable Answer[] answers)
            throws SQLException {
        if (without.isEmpty()) {
            return;
        }
        List<Answer> explained = LookUps.explain(connection, table, without);
        for (int i = 0; i < without.size(); i++) {
            Write write = without.get(i);
            Answer answer = explained.get(i);
            String refusal = answer.reason();
            answers[write.index()] = refusal == null ? answer : refuse(connection, write, refusal);
        }
    }

    private List<CommandResult> results(List<Command> commands, @Nullable Answer[] answers) {
        Instant now = clock.instant();
        List<CommandResult> results = new ArrayList<>(commands.size());
        for (int i = 0; i < answers.length; i++) {
            Answer answer = answers[i];
            if (answer == null) {
                throw new IllegalStateException("no answer to command " + i);
            }
            results.add(answer.to(commands.get(i), now));
        }
        return results;
    }
}
