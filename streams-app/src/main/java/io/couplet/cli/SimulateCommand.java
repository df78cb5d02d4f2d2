package io.couplet.cli;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.simulation.Report;
import io.couplet.simulation.Simulation;
import io.couplet.simulation.Simulation.Seeds;
import io.couplet.simulation.Story;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code couplet simulate}: plays random histories of the core and judges them. The report goes to standard output, progress to standard
 * error. Where a guarantee is broken it ends with the story of how, as short as it could be made.
 */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Plays random histories of the core, with crashes anywhere, and checks every guarantee on each of them.",
        footerHeading = "%nguards:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every guarantee holds",
            "1:a guarantee is broken, or a story ends otherwise than it should",
            "2:wrong usage"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final String NAIVE = "naive";
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong lastTold = new AtomicLong(System.nanoTime());
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            defaultValue = "1..10000",
            converter = SeedRange.class,
            description = "The histories to play, by seed (default: ${DEFAULT-VALUE}).")
    private Seeds seeds = new Seeds(1, 1);

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "600",
            description =
                    "How much happens in each history before everything comes to rest (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--without",
            paramLabel = "GUARD",
            description =
                    "Switches a guard off; may be repeated. 'naive' does what simple synchronizers do. Where a story that"
                            + " has a name breaks by that it is told; seeds are searched then only if they are given.")
    private List<String> without = List.of();

    @Option(
            names = "--story",
            paramLabel = "SEED|NAME",
            description =
                    "Tells what happens in one history: as little of it as breaks a guarantee, or all of it. Or tells"
                            + " a story that has a name, such as H12.")
    private @Nullable String story;

    /** Called by picocli before anything else. */
    @Spec
    public void setSpec(CommandSpec spec) {
        this.spec = spec;
        List<String> lines = new ArrayList<>();
        for (Guard guard : Guard.values()) {
            lines.add("  %-24s %s".formatted(guard.word(), guard.meaning()));
        }
        lines.add("  %-24s %s".formatted(NAIVE, "whatever our account wrote is dropped; the newer time stamp wins"));
        spec.usageMessage().footer(lines.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        if (steps < 0) {
            throw new ParameterException(
                    commandSpec().commandLine(), "--steps is " + steps + "; it cannot be negative");
        }
        Guards guards = guards();
        return story == null ? simulate(guards) : tell(story(story, guards));
    }

    private int simulate(Guards guards) {
        Optional<Story> broken = Story.firstBroken(guards);
        if (broken.isEmpty()) {
            out().printf(
                            "%d stories that have a name end as they should.%n",
                            Story.names().size());
            return search(guards);
        }
        tell(broken.get());
        out().flush();
        if (commandSpec().commandLine().getParseResult().hasMatchedOption("--seeds")) {
            search(guards);
        }
        return BROKEN;
    }

    private int search(Guards guards) {
        Report report = new Simulation(seeds, steps, guards, false).run(this::progress);
        out().println(report.speed());
        report.counts().forEach((title, counts) -> out().println(title + ": " + line(counts)));
        if (report.firstBroken().isEmpty()) {
            out().println("Every guarantee holds.");
            return 0;
        }
        long seed = report.firstBroken().getAsLong();
        out().printf("Broken by seed %d, the %dth history:%n", seed, seed - seeds.first() + 1);
        out().flush();
        return tell(Story.shrunk(seed, steps, guards));
    }

    private Story story(String seedOrName, Guards guards) {
        try {
            return seedOrName.matches("-?\\d+")
                    ? Story.shrunk(Long.parseLong(seedOrName), steps, guards)
                    : Story.named(seedOrName, guards);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(commandSpec().commandLine(), "--story " + unknown.getMessage(), unknown);
        }
    }

    private int tell(Story told) {
        told.lines().forEach(out()::println);
        return told.broken() ? BROKEN : 0;
    }

    private static String line(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void progress(long played) {
        long now = System.nanoTime();
        long last = lastTold.get();
        if (now - last > SECOND && lastTold.compareAndSet(last, now)) {
            PrintWriter err = commandSpec().commandLine().getErr();
            err.printf("%,d of %,d histories%n", played, seeds.count());
            err.flush();
        }
    }

    private Guards guards() {
        Guards guards = Guards.ALL;
        for (String word : without) {
            try {
                guards = word.equals(NAIVE) ? naive(guards) : guards.without(Guard.of(word));
            } catch (IllegalArgumentException unknown) {
                throw new ParameterException(commandSpec().commandLine(), "--without " + unknown.getMessage(), unknown);
            }
        }
        return guards;
    }

    private static Guards naive(Guards guards) {
        return guards.without(Guard.ECHO_BY_VALUE).without(Guard.MERGE_BY_BASE);
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("run this command through picocli's CommandLine");
        }
        return spec;
    }

    /** Reads {@code A..B}, or one seed. */
    static final class SeedRange implements ITypeConverter<Seeds> {
        @Override
        public Seeds convert(String text) {
            String[] ends = text.split("\\.\\.", -1);
            try {
                long first = Long.parseLong(ends[0]);
                return new Seeds(first, ends.length == 1 ? first : Long.parseLong(ends[1]));
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("'" + text + "' is no range of seeds; write for example 1..10000");
            }
        }
    }
}
