package io.couplet.local.bench;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that the bench puts into the two databases: the bench's schema, the logs of arrivals, and PostgreSQL's own
 * replication. Taken out again by {@link #close}, or when the process is asked to end; what a killed run has left is taken
 * out by the next one.
 */
final class Rig implements AutoCloseable {
    private final Databases databases;
    private final NativeReplication replication;
    private final Map<Direction, Route> couplet = new EnumMap<>(Direction.class);
    private final Map<Direction, Route> postgres = new EnumMap<>(Direction.class);
    private boolean closed;

    private Rig(Databases databases) {
        this.databases = databases;
        this.replication = new NativeReplication(databases);
    }

    /** Puts it in, with both ways through PostgreSQL running. */
    static Rig install(Databases databases) throws SQLException {
        Rig rig = new Rig(databases);
        Runtime.getRuntime().addShutdownHook(new Thread(rig::closeAtEnd, "bench-clean-up"));
        try {
            rig.install();
            return rig;
        } catch (SQLException | RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    private void install() throws SQLException {
        replication.stop();
        BenchSchema.create(databases);
        replication.start();
        for (Direction direction : Direction.values()) {
            couplet.put(
                    direction,
                    new Route(
                            databases,
                            direction,
                            EditedTable.of(direction.source()),
                            ArrivalLog.ofCouplet(databases, direction.target())));
            postgres.put(
                    direction,
                    new Route(
                            databases,
                            direction,
                            EditedTable.mirrorOf(direction.source()),
                            ArrivalLog.ofMirror(databases, direction)));
        }
    }

    /** That way through Couplet. */
    Route couplet(Direction direction) {
        return Objects.requireNonNull(couplet.get(direction));
    }

    /** That way through PostgreSQL's own replication. */
    Route postgres(Direction direction) {
        return Objects.requireNonNull(postgres.get(direction));
    }

    @Override
    public synchronized void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        replication.stop();
        BenchSchema.drop(databases);
    }

    private void closeAtEnd() {
        try {
            close();
        } catch (SQLException e) {
            System.err.println("the bench could not clean up; its next run will: " + e.getMessage());
        }
    }
}
