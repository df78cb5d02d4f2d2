package io.couplet.cli;

import io.couplet.api.OffsetLag;
import io.couplet.api.OffsetLags;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code couplet lag}: how far behind each part is, in records and in time. */
@Command(
        name = "lag",
        description = {
            "Shows how far behind each consumer group is, and how long a change takes from stage to stage, both ways."
        },
        footer = {
            "",
            "Ends with 4 if the broker, streams-app or connectors does not answer; what can be shown is shown."
        })
public final class LagCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MILLIS = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    /** Looks at what the fallback names, unless options say otherwise. */
    public LagCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        PrintWriter out = spec.commandLine().getOut();
        int offsets = Unreachable.reported(spec, target, () -> {
            offsets(target, out);
            return 0;
        });
        out.println();
        int stages = stages(target, out);
        out.flush();
        return Math.max(offsets, stages);
    }

    private static void offsets(Target target, PrintWriter out) {
        try (Admin admin = KafkaAdmin.of(target.bootstrap())) {
            List<OffsetLag> lags = new OffsetLags(admin, target.prefix(), LIMIT).read();
            TextTable table = new TextTable("group", "topic", ">partition", ">committed", ">end", ">lag");
            lags.forEach(lag -> table.add(
                    lag.group(),
                    lag.topic(),
                    lag.partition(),
                    lag.committed() == null ? "-" : lag.committed(),
                    lag.end(),
                    lag.lag()));
            if (table.isEmpty()) {
                out.println("No consumer group has read anything yet.");
            } else {
                table.print(out);
                out.println(
                        "Behind by " + lags.stream().mapToLong(OffsetLag::lag).sum() + " records");
            }
        }
    }

    private int stages(Target target, PrintWriter out) throws Exception {
        List<StageLag> lags = new ArrayList<>();
        int exit = 0;
        for (HttpSource source : List.of(
                new HttpSource("connectors", target.connectors()), new HttpSource("streams-app", target.streams()))) {
            exit = Math.max(exit, Unreachable.reported(spec, target, () -> {
                lags.addAll(StageLags.in(Exposition.parse(source.get("/metrics"))));
                return 0;
            }));
        }
        TextTable table = new TextTable("direction", "stage", ">changes", ">p50 ms", ">p99 ms", ">longest ms");
        lags.stream()
                .sorted(StageLag.ALONG_THE_WAY)
                .forEach(lag -> table.add(
                        lag.direction().toUpperCase(Locale.ROOT).replace("-TO-", " -> "),
                        lag.stage(),
                        lag.count(),
                        millis(lag.p50()),
                        millis(lag.p99()),
                        millis(lag.longest())));
        if (table.isEmpty()) {
            out.println("No change has been measured yet.");
        } else {
            table.print(out);
            out.println("p50 and p99 since each process started, within the bounds of their histograms;"
                    + " longest of the last minutes.");
        }
        return exit;
    }

    private static String millis(double seconds) {
        return Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.1f", seconds * MILLIS);
    }
}
