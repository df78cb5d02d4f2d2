package io.couplet.processor;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pipeline's own figures. Safe for any thread; the meters are made at first use. */
public final class PipelineMetrics implements StepObserver {
    /** Few, since each is a time series per mapping and direction; close together where our aims are. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(15),
        Duration.ofMillis(25),
        Duration.ofMillis(60),
        Duration.ofMillis(150),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<ChangeKind, Counter> changes = new ConcurrentHashMap<>();
    private final Map<CommandKind, Counter> commands = new ConcurrentHashMap<>();
    private final Map<Lag, Timer> lags = new ConcurrentHashMap<>();
    private final Map<String, Counter> deadLetters = new ConcurrentHashMap<>();

    /** Between which two moments a lag lies. */
    private enum Stage {
        COMMITTED_TO_ROUTED("committed-to-routed"),
        COMMITTED_TO_DECIDED("committed-to-decided"),
        DECIDED_TO_APPLIED("decided-to-applied"),
        COMMITTED_TO_APPLIED("committed-to-applied");

        private final String word;

        Stage(String word) {
            this.word = word;
        }
    }

    private record ChangeKind(String mapping, Side side, ChangeOutcome outcome) {}

    private record CommandKind(String mapping, Side target, Command.Operation op) {}

    private record Lag(Stage stage, String mapping, Side from) {}

    /**
     * Keeps the figures in a registry.
     *
     * @param clock tells what time a stage was reached
     */
    public PipelineMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void counted(Output.Counted transition) {
        changes.computeIfAbsent(
                        new ChangeKind(transition.mapping(), transition.ref().side(), transition.outcome()),
                        counted -> Counter.builder("couplet.changes")
                                .description("What became of captured versions, counted at each transition")
                                .tag("mapping", counted.mapping())
                                .tag("side", counted.side().word())
                                .tag("outcome", counted.outcome().word())
                                .register(registry))
                .increment();
    }

    @Override
    public void routed(String mapping, Side side, Instant committedAt) {
        lag(Stage.COMMITTED_TO_ROUTED, mapping, side, committedAt, clock.instant());
    }

    @Override
    public void decided(Command command) {
        Side target = command.target().side();
        commands.computeIfAbsent(
                        new CommandKind(command.mapping(), target, command.op()),
                        kind -> Counter.builder("couplet.commands")
                                .description("Commands sent to a system, repeated ones included")
                                .tag("mapping", kind.mapping())
                                .tag("target", kind.target().word())
                                .tag("op", kind.op().name().toLowerCase(Locale.ROOT))
                                .register(registry))
                .increment();
        if (command.cause() != null) {
            Instant committedAt = command.cause().committedAt();
            lag(Stage.COMMITTED_TO_DECIDED, command.mapping(), target.other(), committedAt, clock.instant());
        }
    }

    @Override
    public void answered(Result result) {
        Command command = result.command();
        if (result.outcome() != CommandOutcome.APPLIED) {
            return;
        }
        Side from = command.target().side().other();
        lag(Stage.DECIDED_TO_APPLIED, command.mapping(), from, command.decidedAt(), result.appliedAt());
        if (command.cause() != null) {
            Instant committedAt = command.cause().committedAt();
            lag(Stage.COMMITTED_TO_APPLIED, command.mapping(), from, committedAt, result.appliedAt());
        }
    }

    /** An input went to the dead letters. */
    public void deadLettered(String stage) {
        deadLetters
                .computeIfAbsent(
                        stage,
                        word -> Counter.builder("couplet.dead.letters")
                                .description("Inputs that could not be used")
                                .tag("stage", word)
                                .register(registry))
                .increment();
    }

    private void lag(Stage stage, String mapping, Side from, Instant start, Instant end) {
        if (start.equals(Instant.EPOCH)) {
            return;
        }
        Duration lag = Duration.between(start, end);
        lags.computeIfAbsent(new Lag(stage, mapping, from), this::timer).record(lag.isNegative() ? Duration.ZERO : lag);
    }

    private Timer timer(Lag lag) {
        return Timer.builder("couplet.lag")
                .description("Time between two moments in the life of an edit")
                .tag("stage", lag.stage().word)
                .tag("mapping", lag.mapping())
                .tag(
                        "direction",
                        lag.from().word() + "-to-" + lag.from().other().word())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
