package io.couplet.simulation;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Stored;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what one system stores. The rows that are there in the beginning it reads, and says where they end. After a crash it goes back to
 * its last commit and publishes again what followed, at new offsets.
 */
final class Capture extends Part {
    /** Stands in a journal where the first snapshot ends. */
    static final Object SNAPSHOT_LINE = new Object();

    private final ModelSystem system;
    private final CaptureMode mode;
    private final Medium medium;
    private final Set<Table> tables;
    private final Set<Table> shared;
    private int snapshotEnd = Integer.MAX_VALUE;

    /**
     * A capture that has published nothing.
     *
     * @param rules the mappings, whose tables are captured; what one mapping writes the others of the same table must see
     */
    Capture(ModelSystem system, CaptureMode mode, Medium medium, Rulebook rules) {
        super("capture-" + system.side.word(), List.of(medium.topics.journal(system.side)), false, medium);
        this.system = system;
        this.mode = mode;
        this.medium = medium;
        this.tables = rules.tables();
        this.shared = tables.stream().filter(rules::shares).collect(Collectors.toSet());
    }

    /** The rows that are there now are read; everything from now on is seen as it changes. */
    void drawSnapshotLine() {
        Log journal = medium.topics.journal(system.side);
        snapshotEnd = journal.size();
        journal.add(SNAPSHOT_LINE, medium.now());
    }

    @Override
    void process(Log input, int offset, Object record) {
        if (record instanceof Stored stored) {
            if (!tables.contains(Table.of(stored.row().ref()))) {
                return;
            }
            if (offset < snapshotEnd) {
                send(new Captured(Table.of(stored.row().ref()), stored.row(), null, true));
            } else if (!leftOut(stored)) {
                publish(stored);
            }
        } else {
            for (Table table : tables) {
                if (table.side == system.side) {
                    medium.topics.changes(table).partitions().forEach(log -> send(log, new SnapshotEnd(table)));
                }
            }
        }
    }

    /** A later snapshot reads one row as it is now, if it is there. */
    void read(RecordRef ref) {
        StoredRow row = system.row(ref);
        if (row != null) {
            send(new Captured(Table.of(ref), row, null, true));
        }
    }

    private boolean leftOut(Stored stored) {
        if (mode.ownWritesLeftOut()
                && stored.command() != null
                && !shared.contains(Table.of(stored.row().ref()))) {
            return true;
        }
        return mode.coalesces() && !isNewest(stored);
    }

    private boolean isNewest(Stored stored) {
        StoredRow now = system.row(stored.row().ref());
        return stored.row().version().deleted()
                ? now == null
                : now != null && now.version().equals(stored.row().version());
    }

    private void publish(Stored stored) {
        Version previous = stored.previous();
        @Nullable Long shown = previous != null && mode.showsPrevious() ? previous.row() : null;
        send(new Captured(Table.of(stored.row().ref()), stored.row(), shown, false));
    }

    private void send(Captured captured) {
        send(medium.topics.changes(captured.table()).of(captured.row().ref().text()), captured);
    }
}
