package io.couplet.local.bench;

import io.couplet.contract.Side;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.Poll;
import io.couplet.local.stack.StackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * PostgreSQL's own logical replication, both ways: from each side a copy of its customers or accounts, of full width but
 * without their rules, to a table of the same name on the other side. Settings are PostgreSQL's defaults; so the subscriber
 * does not wait for its disk at each commit, which Couplet's target does.
 */
final class NativeReplication {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String COLUMNS = """
            select string_agg(format('%%I %%s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum)
            from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
            """;

    private static final String NOT_READY = """
            select count(*) from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid
            where s.subname = '%s' and r.srsubstate <> 'r'
            """;

    private final Databases databases;

    NativeReplication(Databases databases) {
        this.databases = databases;
    }

    /**
     * Starts both ways; returns when both copies are complete. The bench's schema must be there.
     *
     * @throws StackException (timeout) when a copy does not become complete
     */
    void start() throws SQLException {
        for (Direction direction : Direction.values()) {
            publish(direction);
            subscribe(direction);
        }
    }

    /** Ends both ways and removes subscriptions, slots and publications, also those that an earlier run has left. */
    void stop() throws SQLException {
        for (Direction direction : Direction.values()) {
            unsubscribe(direction);
            unpublish(direction);
        }
    }

    private void publish(Direction direction) throws SQLException {
        EditedTable original = EditedTable.of(direction.source());
        EditedTable mirror = EditedTable.mirrorOf(direction.source());
        try (Connection source = databases.admin(direction.source());
                Connection target = databases.admin(direction.target())) {
            String table = "create table %s (%s, primary key (%s))"
                    .formatted(mirror.name(), Sql.text(source, COLUMNS.formatted(original.name())), mirror.key());
            Sql.run(source, table);
            Sql.run(source, "grant select, update on " + mirror.name() + " to public");
            Sql.run(source, "insert into " + mirror.name() + " select * from " + original.name());
            Sql.run(source, "create publication " + name(direction) + " for table " + mirror.name());
            Sql.run(target, table);
        }
    }

    private void subscribe(Direction direction) throws SQLException {
        String name = name(direction);
        try (Connection target = databases.admin(direction.target())) {
            Sql.run(
                    target,
                    "create subscription %1$s connection '%2$s' publication %1$s with (slot_name = '%1$s')"
                            .formatted(name, databases.connectionText(direction.source())));
            if (!Poll.until(LIMIT, () -> isReady(target, name))) {
                throw new StackException(
                        Exit.TIMEOUT, "PostgreSQL's own replication is not ready after " + LIMIT.toSeconds() + " s");
            }
        }
    }

    private static boolean isReady(Connection target, String name) {
        try {
            return Sql.number(target, NOT_READY.formatted(name)) == 0;
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "the subscription cannot be looked at: " + e.getMessage(), e);
        }
    }

    private void unsubscribe(Direction direction) throws SQLException {
        String name = name(direction);
        try (Connection target = databases.admin(direction.target())) {
            if (Sql.number(target, "select count(*) from pg_subscription where subname = '" + name + "'") > 0) {
                // Cut loose from its slot first, so that it can be dropped even where the slot is gone.
                Sql.run(target, "alter subscription " + name + " disable");
                Sql.run(target, "alter subscription " + name + " set (slot_name = none)");
                Sql.run(target, "drop subscription " + name);
            }
        }
    }

    private void unpublish(Direction direction) throws SQLException {
        String name = name(direction);
        try (Connection source = databases.admin(direction.source())) {
            String slots = "from pg_replication_slots where slot_name = '" + name + "'";
            Sql.run(source, "select pg_terminate_backend(active_pid) " + slots + " and active");
            if (!Poll.until(LIMIT, () -> isFree(source, slots))) {
                throw new StackException(Exit.TIMEOUT, "the replication slot " + name + " stays in use");
            }
            Sql.run(source, "select pg_drop_replication_slot(slot_name) " + slots);
            Sql.run(source, "set client_min_messages = warning; drop publication if exists " + name);
        }
    }

    private static boolean isFree(Connection source, String slots) {
        try {
            return Sql.number(source, "select count(*) " + slots + " and active") == 0;
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "the slot cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static String name(Direction direction) {
        Side source = direction.source();
        return BenchSchema.NAME + "_" + source.name().toLowerCase(Locale.ROOT);
    }
}
