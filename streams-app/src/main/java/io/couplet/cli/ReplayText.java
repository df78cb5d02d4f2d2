package io.couplet.cli;

import io.couplet.cli.ReplayReport.Effort;
import io.couplet.cli.ReplayReport.Row;
import java.io.PrintWriter;
import java.util.Locale;

/** What came of a replay, for people. */
record ReplayText(PrintWriter out) {
    private static final int DIGITS = 16;

    void print(ReplayReport report) {
        TextTable table = new TextTable("mapping", ">couplings", ">records", "live", "rebuilt", "");
        report.mappings()
                .forEach(row -> table.add(
                        row.mapping(),
                        count(row.couplings()),
                        count(row.records()),
                        row.live() == null ? "-" : row.live().substring(0, DIGITS),
                        row.rebuilt().substring(0, DIGITS),
                        verdict(row)));
        table.print(out);
        report.mappings().forEach(this::differences);
        out.println();
        out.println(
                "Replay: " + words(report.replay()) + "; merely consuming them: " + words(report.consumption()) + ".");
        if (report.unusable() > 0) {
            out.println(count(report.unusable()) + " changes could not be used, nor could the running pipeline.");
        }
        out.println(commands(report));
    }

    private static String verdict(Row row) {
        return row.live() == null ? "" : row.same() ? "same" : "different: " + count(row.differing());
    }

    private void differences(Row row) {
        row.differences().forEach(line -> out.println("  " + line));
    }

    private static String words(Effort effort) {
        return String.format(
                Locale.ROOT, "%,d events in %.1f s, %,d/s", effort.events(), effort.seconds(), effort.perSecond());
    }

    private static String commands(ReplayReport report) {
        long more = report.commandsAfter() - report.commandsBefore();
        return more == 0
                ? "No command was written meanwhile."
                : count(more)
                        + " commands were written meanwhile, by the running pipeline: a replay writes to no topic.";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
