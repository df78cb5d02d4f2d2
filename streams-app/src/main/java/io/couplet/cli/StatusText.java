package io.couplet.cli;

import io.couplet.api.CouplingCounts;
import io.couplet.api.GroupLag;
import io.couplet.api.OpenEntry;
import io.couplet.api.StatusReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the status for people. */
final class StatusText {

    /** What is on the screen at once; the rest is counted. */
    private static final int LONGEST_LIST = 15;

    private static final List<String> OTHERS = List.of("drift", "held");

    private final PrintWriter out;
    private final Times times;

    StatusText(PrintWriter out, Times times) {
        this.out = out;
        this.times = times;
    }

    void print(@Nullable StatusReport report, @Nullable ConnectorsStatus connectors, List<Problem> problems) {
        out.println(headline(report, problems));
        problems.forEach(problem -> out.println("  ! " + problem.text()));
        if (connectors != null) {
            systems(connectors);
        }
        if (report != null) {
            mappings(report);
            open("Parked", report.open().getOrDefault(OpenEntry.PARKED, 0L), report.parked(), StatusText::waits);
            open("Set aside", report.setAside().size(), report.setAside(), StatusText::reason);
            figures(report);
        }
    }

    private static String headline(@Nullable StatusReport report, List<Problem> problems) {
        if (!problems.isEmpty()) {
            return "Couplet does not do all of its work:";
        }
        Boolean inStep = report == null ? null : report.inStep();
        if (inStep == null) {
            return "Couplet is starting.";
        }
        return inStep ? "Couplet is in step." : "Couplet is at work.";
    }

    private void systems(ConnectorsStatus connectors) {
        TextTable table = new TextTable(
                "system",
                "capture",
                ">captured",
                "apply",
                ">applied",
                ">stale",
                ">rejected",
                ">exists",
                ">not found",
                ">repeated");
        connectors.systems().forEach((name, system) -> {
            ConnectorsStatus.Apply apply = system.apply();
            table.add(
                    name.toUpperCase(Locale.ROOT),
                    system.capture().state(),
                    system.capture().captured(),
                    apply.state(),
                    apply.applied(),
                    apply.stale(),
                    apply.rejected(),
                    apply.exists(),
                    apply.notFound(),
                    apply.repeated());
        });
        out.println();
        table.print(out);
    }

    private void mappings(StatusReport report) {
        TextTable table = new TextTable(
                "mapping",
                ">active",
                ">moving",
                ">suspended",
                ">parked",
                ">set aside",
                ">dissolved",
                ">drift",
                ">commands to ERP",
                ">to CRM");
        report.mappings().forEach(mapping -> {
            CouplingCounts couplings = mapping.couplings();
            table.add(
                    mapping.name(),
                    couplings.active(),
                    couplings.moving(),
                    couplings.suspended(),
                    couplings.parked(),
                    couplings.setAside(),
                    couplings.dissolved(),
                    mapping.drift(),
                    mapping.commands().toErp(),
                    mapping.commands().toCrm());
        });
        out.println();
        table.print(out);
    }

    private void open(String title, long count, List<OpenEntry> entries, Function<OpenEntry, String> why) {
        if (count == 0) {
            return;
        }
        out.println();
        out.println(title + ": " + count);
        TextTable table = new TextTable("  mapping", "record", "why", "since");
        entries.stream()
                .limit(LONGEST_LIST)
                .forEach(entry -> table.add(
                        "  " + entry.mapping(),
                        record(entry),
                        why.apply(entry),
                        times.moment(entry.since()) + " (" + times.age(entry.since()) + ")"));
        table.print(out);
        if (count > LONGEST_LIST) {
            out.println("  and " + (count - LONGEST_LIST) + " more: status --json");
        }
    }

    private static String record(OpenEntry entry) {
        String erp = entry.erp();
        String crm = entry.crm();
        if (erp != null && crm != null) {
            return erp + " = " + crm;
        }
        return erp != null ? erp : crm != null ? crm : entry.subject();
    }

    private static String waits(OpenEntry entry) {
        return entry.waitsFor().isEmpty() ? entry.reason() : "waits for " + String.join(", ", entry.waitsFor());
    }

    private static String reason(OpenEntry entry) {
        return entry.kind() + ": " + entry.reason();
    }

    /** What is open without anybody having to do something at once. */
    private void others(StatusReport report) {
        String others = OTHERS.stream()
                .filter(kind -> report.open().getOrDefault(kind, 0L) > 0)
                .map(kind -> kind + " " + report.open().get(kind))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            out.println("Also open: " + others + " (see: set-aside)");
        }
    }

    private void figures(StatusReport report) {
        out.println();
        others(report);
        long behind = report.lag().values().stream().mapToLong(GroupLag::total).sum();
        out.println("Dead letters " + report.deadLetters() + ", records still to be read " + behind
                + (behind == 0 ? "" : " (see: lag)"));
    }
}
