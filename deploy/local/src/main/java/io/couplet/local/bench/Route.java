package io.couplet.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * One way for edits to get from one database into the other.
 *
 * @param edited the table that people edit in the source
 * @param log notes what arrives in the target
 */
record Route(Databases databases, Direction direction, EditedTable edited, ArrivalLog log) {

    /** Makes edits at a fixed rate. */
    List<MadeEdit> steady(List<Edit> edits, int rate) throws SQLException {
        return new SteadyLoad(databases, direction.source(), edited).make(edits, rate);
    }

    /** Makes edits as fast as possible. */
    List<MadeEdit> burst(List<List<List<Edit>>> lanes) throws SQLException {
        return new BurstLoad(databases, direction.source(), edited).make(lanes);
    }

    /** What became of edits, to be called when everything that will arrive has arrived. */
    Accounting account(List<MadeEdit> edits) throws SQLException {
        Map<String, Long> arrivals = log.read();
        try (Connection source = databases.admin(direction.source())) {
            return Accounting.of(CommitTimes.of(edits, source), arrivals);
        }
    }
}
