package io.couplet.connectors.apply;

import io.couplet.contract.CommandResult;
import io.couplet.contract.Operation;
import io.couplet.contract.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The figures of one system's applier. Used by its thread alone. */
final class ApplyMeters {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Operation, Timer> statements = new EnumMap<>(Operation.class);
    private final Counter repeated;
    private final Timer commits;
    private final Timer decisionToApply;
    private final DistributionSummary batches;

    ApplyMeters(String system, MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, counter(system, outcome.name(), registry));
        }
        repeated = counter(system, "REPEATED", registry);
        for (Operation op : Operation.values()) {
            statements.put(
                    op, timer("couplet.apply.statement", "Time of a statement", system, registry, "op", op.name()));
        }
        commits = timer("couplet.apply.commit", "Time of a commit", system, registry);
        decisionToApply =
                timer("couplet.apply.delay", "Time from the decision to the commit in the target", system, registry);
        batches = DistributionSummary.builder("couplet.apply.batch")
                .description("Commands carried out together")
                .tag("system", system)
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Counter counter(String system, String outcome, MeterRegistry registry) {
        return Counter.builder("couplet.apply.commands")
                .description("Commands by what became of them")
                .tag("system", system)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Timer timer(String name, String about, String system, MeterRegistry registry, String... tags) {
        return Timer.builder(name)
                .description(about)
                .tag("system", system)
                .tags(tags)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(200_000))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(registry);
    }

    void executed(Operation op, long nanos) {
        Timer timer = statements.get(op);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void committed(long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    void batch(int commands) {
        batches.record(commands);
    }

    void answered(CommandResult result) {
        Counter counter = result.getRepeated() ? repeated : outcomes.get(result.getOutcome());
        if (counter != null) {
            counter.increment();
        }
        Duration delay = Duration.between(result.getCommand().getDecidedAt(), result.getAppliedAt());
        if (result.getOutcome() == Outcome.APPLIED && !delay.isNegative()) {
            decisionToApply.record(delay);
        }
    }
}
