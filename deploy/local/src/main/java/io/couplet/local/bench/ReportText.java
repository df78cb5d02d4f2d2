package io.couplet.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as a table for the terminal. */
final class ReportText {
    private ReportText() {}

    static String of(BenchReport report) {
        return heading(report) + "\n" + latency(report) + "\n" + bursts(report) + stages(report) + troubles(report);
    }

    private static String heading(BenchReport report) {
        Machine machine = report.machine();
        return String.format(
                Locale.ROOT,
                "%d cores, load average %.2f at the start, %s, Java %s; %d coupled pairs; warmed up for %d s at %d edits/s each way%n",
                machine.cores(),
                machine.load(),
                machine.os(),
                machine.java(),
                report.pairs(),
                report.warmUpSeconds(),
                report.warmUpRate());
    }

    private static String latency(BenchReport report) {
        TextTable table = new TextTable()
                .line(List.of(
                        "latency, commit to commit, ms",
                        "edits",
                        "superseded",
                        "missing",
                        "late",
                        "p50",
                        "p95",
                        "p99",
                        "max",
                        "PostgreSQL p50",
                        "p95",
                        "p99",
                        "max",
                        "ratio p50",
                        "p99"));
        for (LatencyRow row : report.latency()) {
            Accounting couplet = row.couplet();
            Percentiles postgres = row.postgres().latency();
            List<String> line = new ArrayList<>(List.of(
                    row.direction() + ", " + row.rate() + "/s",
                    count(couplet.edits()),
                    count(couplet.superseded()),
                    count(couplet.missing()),
                    count(couplet.late())));
            line.addAll(millis(couplet.latency()));
            line.addAll(millis(postgres));
            line.add(ratio(couplet.latency().p50(), postgres.p50()));
            line.add(ratio(couplet.latency().p99(), postgres.p99()));
            table.line(line);
        }
        return table.text();
    }

    private static String bursts(BenchReport report) {
        if (report.bursts().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable()
                .line(List.of(
                        "burst, ms from the first commit",
                        "edits",
                        "commands",
                        "missing",
                        "differing",
                        "written",
                        "in step",
                        "found quiet",
                        "edits/s",
                        "PostgreSQL written",
                        "in step",
                        "edits/s",
                        "ratio"));
        for (BurstRow row : report.bursts()) {
            BurstFigures couplet = row.couplet();
            table.line(List.of(
                    row.direction(),
                    count(couplet.edits()),
                    count(row.commands()),
                    count(couplet.missing()),
                    count(row.differing()),
                    whole(couplet.writtenAfter()),
                    whole(couplet.agreedAfter()),
                    whole(row.quietAfter()),
                    whole(couplet.rate()),
                    whole(row.postgres().writtenAfter()),
                    whole(row.postgres().agreedAfter()),
                    whole(row.postgres().rate()),
                    ratio(couplet.rate(), row.postgres().rate())));
        }
        return table.text() + "\n";
    }

    private static String stages(BenchReport report) {
        TextTable table = new TextTable()
                .line(List.of(
                        "where the time goes, ms p50 / p99",
                        "changes",
                        "commands",
                        "refused",
                        "commit to captured",
                        "captured to decided",
                        "decided to applied"));
        report.latency().forEach(row -> table.line(stage(row.direction() + ", " + row.rate() + "/s", row.stages())));
        for (BurstRow row : report.bursts()) {
            row.stages().forEach(part -> table.line(stage("burst " + row.direction() + ", " + part.direction(), part)));
        }
        return table.text();
    }

    private static List<String> stage(String name, StageTimes stages) {
        return List.of(
                name,
                count(stages.changes()),
                count(stages.commands()),
                count(stages.refused()),
                both(stages.captured()),
                both(stages.decided()),
                both(stages.applied()));
    }

    private static String troubles(BenchReport report) {
        return report.troubles() == 0
                ? ""
                : "\n" + report.troubles() + " records were written to set-aside or dead-letters during the run\n";
    }

    private static List<String> millis(Percentiles percentiles) {
        return List.of(
                millis(percentiles.p50()),
                millis(percentiles.p95()),
                millis(percentiles.p99()),
                millis(percentiles.max()));
    }

    private static String both(Percentiles percentiles) {
        return millis(percentiles.p50()) + " / " + millis(percentiles.p99());
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String count(long value) {
        return Long.toString(value);
    }

    private static String ratio(double value, double reference) {
        return reference > 0 ? String.format(Locale.ROOT, "%.2f", value / reference) : "-";
    }
}
