package io.couplet.local.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures bursts.
 *
 * @param count edits per burst, of all directions together
 */
record Bursts(int count, EditPlan plan, Rig rig, Databases databases, Topics topics, Clock clock) {

    /** For people. */
    static String title(List<Direction> directions) {
        return directions.size() == 1 ? directions.get(0).title() : "both ways at once";
    }

    /** One burst in these directions at the same time, first through Couplet, then through PostgreSQL. */
    BurstRow run(List<Direction> directions, List<Pair> pairs, Competitor couplet, Competitor postgres)
            throws SQLException {
        Map<TopicPartition, Long> mark = topics.mark();
        List<Accounting> through = couplet.burst(routes(directions, rig::couplet), lanes(directions));
        double quiet = clock.millis() - BurstFigures.first(through) / 1_000.0;
        List<StageTimes> stages = directions.stream()
                .map(direction -> topics.stages(direction, mark))
                .toList();
        int differing = Agreement.differing(databases, pairs);
        List<Accounting> beside = postgres.burst(routes(directions, rig::postgres), lanes(directions));
        return new BurstRow(
                title(directions), BurstFigures.of(through), quiet, differing, stages, BurstFigures.of(beside));
    }

    private static List<Route> routes(List<Direction> directions, Function<Direction, Route> by) {
        return directions.stream().map(by).toList();
    }

    private List<List<List<List<Edit>>>> lanes(List<Direction> directions) {
        List<List<List<List<Edit>>>> lanes = new ArrayList<>();
        for (Direction direction : directions) {
            List<Integer> fields = directions.size() == 1 ? List.of(0, 1) : List.of(direction.ownField());
            lanes.add(plan.batches(count / directions.size(), BurstLoad.LANES, BurstLoad.BATCH, fields));
        }
        return lanes;
    }
}
