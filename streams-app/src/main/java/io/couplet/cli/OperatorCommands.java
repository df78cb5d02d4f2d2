package io.couplet.cli;

import java.util.List;
import java.util.function.Supplier;

/** All commands with which an operator looks at a running Couplet and decides what it cannot decide itself. */
public final class OperatorCommands {
    private OperatorCommands() {}

    /**
     * The commands, for picocli.
     *
     * @param fallback where Couplet answers, as far as no option says it; asked when a command runs, so that it may depend on
     *     options that the caller adds to each command, and may throw what the caller's exception handler understands
     */
    public static List<Object> all(Supplier<Target> fallback) {
        return List.of(
                new StatusCommand(fallback),
                new LagCommand(fallback),
                new MappingsCommand(fallback),
                new AvailabilityCommand(fallback),
                new TopicsCommand(fallback),
                new TailCommand(fallback),
                new AuditCommand(fallback),
                new DeadLettersCommand(fallback),
                new ReplayCommand(fallback),
                new SetAsideCommand(fallback),
                new UncoupledCommand(fallback),
                new CoupleCommand(fallback),
                new CreateCommand(fallback),
                new UncoupleCommand(fallback),
                new RetryCommand(fallback),
                new ResolveCommand(fallback),
                new AdoptCommand(fallback),
                new OverwriteCommand(fallback),
                new ReleaseCommand(fallback));
    }
}
