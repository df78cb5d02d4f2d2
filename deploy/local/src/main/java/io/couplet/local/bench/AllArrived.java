package io.couplet.local.bench;

import io.couplet.local.bench.Competitor.Load;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.Poll;
import io.couplet.local.stack.StackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Settling of replication that carries every single edit: as many values have arrived as edits were made. */
final class AllArrived implements Competitor.Settling {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void await(List<Load> loads) {
        if (!Poll.until(LIMIT, () -> loads.stream().allMatch(AllArrived::hasArrived))) {
            throw new StackException(
                    Exit.TIMEOUT,
                    "PostgreSQL's own replication has not carried all edits over in " + LIMIT.toSeconds() + " s");
        }
    }

    private static boolean hasArrived(Load load) {
        try {
            return load.route().log().count() >= load.edits().size();
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "arrivals cannot be counted: " + e.getMessage(), e);
        }
    }
}
