package io.couplet.local.bench;

import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.InStep;
import io.couplet.local.stack.Progress;
import io.couplet.local.stack.StackException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The order of events of a bench on a running stack: warm up; latency each way at each rate; bursts each way and both ways;
 * each of them first through Couplet and then, with the same edits, through PostgreSQL's own replication. The two never run
 * at the same time, since they would compete for the processors.
 */
final class Bench {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<Integer> BOTH_FIELDS = List.of(0, 1);
    private static final int POSTGRES_WARM_UP_SECONDS = 2;

    private final BenchSettings settings;
    private final Endpoints endpoints;
    private final Databases databases;
    private final Progress progress;
    private final Clock clock;
    private final Machine machine = Machine.here();

    Bench(BenchSettings settings, Endpoints endpoints, Progress progress, Clock clock) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.databases = Databases.of(endpoints);
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Measures everything. The values that were written stay, the rest is taken out of the databases again.
     *
     * @throws StackException (timeout) when the pipeline does not become quiet, (configuration) when nothing is coupled
     */
    BenchReport run() throws SQLException {
        try (Topics topics = new Topics(endpoints);
                InStep inStep = new InStep(endpoints)) {
            inStep.await(LIMIT, progress);
            List<Pair> pairs = topics.coupledPairs();
            if (pairs.isEmpty()) {
                throw new StackException(Exit.CONFIGURATION, "no customer is coupled with an account: nothing to edit");
            }
            try (Rig rig = Rig.install(databases)) {
                return measure(pairs, topics, inStep, rig);
            }
        }
    }

    private BenchReport measure(List<Pair> pairs, Topics topics, InStep inStep, Rig rig) throws SQLException {
        EditPlan plan = new EditPlan(pairs, new Tokens(clock.millis()));
        Competitor couplet = new Competitor(loads -> inStep.await(LIMIT, progress));
        Competitor postgres = new Competitor(new AllArrived());
        Map<TopicPartition, Long> begin = topics.mark();
        warmUp(plan, rig, couplet, postgres);
        List<LatencyRow> latency = new ArrayList<>();
        for (int rate : settings.rates()) {
            for (Direction direction : Direction.values()) {
                progress.say(direction.title() + " at " + rate + " edits/s for "
                        + settings.duration().toSeconds() + " s, then through PostgreSQL's own replication");
                Map<TopicPartition, Long> mark = topics.mark();
                Accounting account = couplet.steady(rig.couplet(direction), edits(plan, rate, direction), rate);
                latency.add(new LatencyRow(
                        direction.title(),
                        rate,
                        account,
                        topics.stages(direction, mark),
                        postgres.steady(rig.postgres(direction), edits(plan, rate, direction), rate)));
            }
        }
        List<BurstRow> bursts = new ArrayList<>();
        Bursts measured = new Bursts(settings.burst(), plan, rig, databases, topics, clock);
        for (List<Direction> directions : waysOfBursts()) {
            progress.say("burst of " + settings.burst() + " edits, " + Bursts.title(directions));
            bursts.add(measured.run(directions, pairs, couplet, postgres));
        }
        return new BenchReport(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                machine,
                pairs.size(),
                settings.warmUp().toSeconds(),
                settings.warmUpRate(),
                latency,
                bursts,
                topics.troubles(begin));
    }

    private List<List<Direction>> waysOfBursts() {
        return settings.burst() == 0
                ? List.of()
                : List.of(
                        List.of(Direction.ERP_TO_CRM),
                        List.of(Direction.CRM_TO_ERP),
                        List.of(Direction.ERP_TO_CRM, Direction.CRM_TO_ERP));
    }

    private List<Edit> edits(EditPlan plan, int rate, Direction direction) {
        int count = Math.toIntExact(rate * settings.duration().toSeconds());
        return plan.scattered(count, BOTH_FIELDS, (long) rate + direction.ownField());
    }

    private void warmUp(EditPlan plan, Rig rig, Competitor couplet, Competitor postgres) throws SQLException {
        int rate = settings.warmUpRate();
        long seconds = settings.warmUp().toSeconds();
        if (seconds == 0) {
            return;
        }
        progress.say("warming up: " + rate + " edits/s each way for " + seconds + " s");
        couplet.steady(
                Arrays.stream(Direction.values()).map(rig::couplet).toList(),
                warmUpEdits(plan, Math.toIntExact(rate * seconds)),
                rate);
        postgres.steady(
                Arrays.stream(Direction.values()).map(rig::postgres).toList(),
                warmUpEdits(plan, rate * POSTGRES_WARM_UP_SECONDS),
                rate);
    }

    private static List<List<Edit>> warmUpEdits(EditPlan plan, int count) {
        return Arrays.stream(Direction.values())
                .map(direction -> plan.scattered(count, List.of(direction.ownField()), direction.ownField()))
                .toList();
    }
}
