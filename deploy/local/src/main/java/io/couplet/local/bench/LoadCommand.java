package io.couplet.local.bench;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.Exit;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says how the first load went. */
@Command(
        name = "load",
        description = {
            "Says how the first load of the running stack went: for each mapping how many couplings came in step, from when to when,",
            "and how many per second. By what the topic of couplings still has: soon after the load, all of it."
        },
        footer = {
            "",
            "Example:",
            "  couplet up --detach --scale 50 --invoices 20000 --limit 3600",
            "  couplet bench load"
        })
public final class LoadCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private BenchCommand bench;

    @Override
    public Integer call() {
        DataDirectory directory = bench.directory();
        RunningStack.require(directory);
        PrintWriter out = spec.commandLine().getOut();
        try (Topics topics = new Topics(new Endpoints(directory.ports()))) {
            out.print(text(topics.firstLoad()));
        }
        out.flush();
        return Exit.OK.code();
    }

    private static String text(List<LoadRow> rows) {
        TextTable table =
                new TextTable().line(List.of("mapping", "coupled", "first after s", "last after s", "in s", "per s"));
        if (rows.isEmpty()) {
            return "nothing is coupled\n";
        }
        Instant start =
                rows.stream().map(LoadRow::first).min(Comparator.naturalOrder()).orElseThrow();
        for (LoadRow row : rows) {
            table.line(line(row, start));
        }
        Instant end =
                rows.stream().map(LoadRow::last).max(Comparator.naturalOrder()).orElseThrow();
        long all = rows.stream().mapToLong(LoadRow::coupled).sum();
        return table.line(line(new LoadRow("all", all, start, end), start)).text();
    }

    private static List<String> line(LoadRow row, Instant start) {
        return List.of(
                row.mapping(),
                String.format(Locale.ROOT, "%,d", row.coupled()),
                seconds(Duration.between(start, row.first())),
                seconds(Duration.between(start, row.last())),
                seconds(row.length()),
                String.format(Locale.ROOT, "%.0f", row.rate()));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
