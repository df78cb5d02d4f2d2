package io.couplet.cli;

import io.couplet.api.CouplingCounts;
import io.couplet.api.MappingStatus;
import io.couplet.api.StatusReport;
import io.couplet.mappings.MappingDescription;
import io.couplet.mappings.MappingDescription.FieldDescription;
import io.couplet.mappings.MappingFaults;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code couplet mappings}: the catalogue, or one mapping with its fields. Reads the files, and a running Couplet for how it is doing. */
@Command(
        name = "mappings",
        description = {
            "Lists the mappings in the order of a full synchronization: both entities, direction, filters, and how"
                    + " each is doing if Couplet is running.",
            "With a name, shows one mapping and its fields."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:wrong usage, or no such mapping", "3:something is wrong with the files"})
public final class MappingsCommand implements Callable<Integer> {
    private static final int WRONG_USAGE = 2;
    private static final int WRONG_INPUT = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One mapping; without it all are listed.")
    private @Nullable String name;

    @Mixin
    private final CatalogueOptions catalogue = new CatalogueOptions();

    @Option(names = "--json", description = "Print JSON for scripts: an array, or one object where a mapping is named.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public MappingsCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() {
        List<MappingDescription> all;
        try {
            all = catalogue.read(options.target().config()).mappings().descriptions();
        } catch (MappingFaults e) {
            return faulty(e.faults().stream().map(Object::toString).toList());
        }
        if (name == null) {
            return list(all);
        }
        for (MappingDescription mapping : all) {
            if (mapping.name().equals(name)) {
                return show(mapping);
            }
        }
        spec.commandLine()
                .getErr()
                .println("there is no mapping '" + name + "'; there are "
                        + all.stream().map(MappingDescription::name).collect(Collectors.joining(", ")));
        return WRONG_USAGE;
    }

    private int faulty(List<String> faults) {
        PrintWriter err = spec.commandLine().getErr();
        faults.forEach(err::println);
        err.println("couplet check says more about them");
        return WRONG_INPUT;
    }

    // ---- all -------------------------------------------------------------------------------------------------------

    private int list(List<MappingDescription> all) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(all));
            return 0;
        }
        Map<String, MappingStatus> running = running();
        TextTable table = new TextTable(
                ">order",
                "mapping",
                "company",
                "ERP",
                "",
                "CRM",
                "state",
                "filter of the ERP",
                "filter of the CRM",
                "needs");
        for (MappingDescription mapping : all) {
            table.add(
                    all.indexOf(mapping) + 1,
                    mapping.name(),
                    String.join(", ", mapping.companies()),
                    mapping.erp().substring(4),
                    arrow(mapping.direction()),
                    mapping.crm().substring(4),
                    mapping.on() ? state(running.get(mapping.name())) : "off",
                    Objects.requireNonNullElse(mapping.erpFilter(), "-"),
                    Objects.requireNonNullElse(mapping.crmFilter(), "-"),
                    mapping.needs().isEmpty() ? "-" : String.join(", ", mapping.needs()));
        }
        table.print(out);
        out.flush();
        return 0;
    }

    /** What a running Couplet says of its mappings; nothing where none runs. */
    private Map<String, MappingStatus> running() {
        Map<String, MappingStatus> running = new HashMap<>();
        try {
            HttpSource source = new HttpSource("streams-app", options.target().streams());
            StatusReport report = Json.as(StatusReport.class, Json.parse(source, "/status"), source);
            report.mappings().forEach(mapping -> running.put(mapping.name(), mapping));
        } catch (Unreachable e) {
            spec.commandLine().getErr().println("How they are doing is not known: " + e.getMessage());
        }
        return running;
    }

    private static String state(@Nullable MappingStatus status) {
        if (status == null) {
            return "on";
        }
        CouplingCounts couplings = status.couplings();
        StringBuilder state = new StringBuilder("on, " + couplings.active() + " active");
        add(state, couplings.moving(), "moving");
        add(state, couplings.suspended(), "suspended");
        add(state, couplings.parked(), "parked");
        add(state, couplings.setAside(), "set aside");
        return state.toString();
    }

    private static void add(StringBuilder state, long count, String word) {
        if (count > 0) {
            state.append(", ").append(count).append(' ').append(word);
        }
    }

    private static String arrow(String direction) {
        return switch (direction) {
            case "to-crm" -> "->";
            case "to-erp" -> "<-";
            case "none" -> "-";
            default -> "<->";
        };
    }

    // ---- one -------------------------------------------------------------------------------------------------------

    private int show(MappingDescription mapping) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(mapping));
            return 0;
        }
        out.println(mapping.name() + ": " + mapping.erp() + " " + arrow(mapping.direction()) + " " + mapping.crm());
        line("state", mapping.on() ? "on" : "off");
        line("on if", mapping.enabled());
        line("company", String.join(", ", mapping.companies()));
        line("company of a row", mapping.companyField());
        line("filter of the ERP", mapping.erpFilter());
        line("filter of the CRM", mapping.crmFilter());
        line("needs", String.join(", ", mapping.needs()));
        line("match", String.join("; else ", mapping.match()));
        line("creates in", mapping.createsIn().isEmpty() ? "neither" : String.join(", ", mapping.createsIn()));
        line("creates if", String.join("; ", mapping.createsIf()));
        line("a delete leads to", mapping.delete());
        out.println();
        TextTable table = new TextTable("ERP field", "", "CRM field", "conflict", "how");
        for (FieldDescription field : mapping.fields()) {
            table.add(
                    Objects.requireNonNullElse(field.erp(), ""),
                    arrow(field.direction()),
                    Objects.requireNonNullElse(field.crm(), ""),
                    Objects.requireNonNullElse(field.conflict(), "-"),
                    field.how());
        }
        table.print(out);
        out.flush();
        return 0;
    }

    private void line(String what, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            spec.commandLine().getOut().printf("  %-18s %s%n", what, text);
        }
    }
}
