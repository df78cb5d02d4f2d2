package io.couplet.cli;

import io.couplet.api.OpenEntry;
import io.couplet.contract.SetAsideKind;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet set-aside}: everything that waits for something or for somebody. */
@Command(
        name = "set-aside",
        subcommands = ShowCommand.class,
        description = {
            "Lists everything that waits for another record (parked, held) or for a person (conflict, rejected, ambiguous, delete,"
                    + " mass-delete, ping-pong), and what differs on purpose (drift); the oldest first."
        },
        footer = {"", "Ends with 4 if the broker or the registry does not answer."})
public final class SetAsideCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Only entries of this mapping.")
    private @Nullable String mapping;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = AnyKind.class,
            description = "Only entries of this kind, such as conflict.")
    private @Nullable SetAsideKind kind;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--json", description = "Print a JSON array for scripts, of all entries.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public SetAsideCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    /** Where Couplet answers. */
    Target target() {
        return options.target();
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> {
            print(entries(target));
            return Outcomes.DONE;
        });
    }

    private List<OpenEntry> entries(Target target) {
        return new PublicRecords(target)
                .allOpen().stream()
                        .filter(entry -> mapping == null || mapping.equals(entry.getMapping()))
                        .filter(entry -> kind == null || kind == entry.getKind())
                        .map(OpenEntry::of)
                        .toList();
    }

    private void print(List<OpenEntry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(entries));
        } else if (entries.isEmpty()) {
            out.println("Nothing waits" + (mapping == null ? "." : " under mapping " + mapping + "."));
        } else {
            print(entries, out);
        }
        out.flush();
    }

    private void print(List<OpenEntry> entries, PrintWriter out) {
        Times times = new Times(Instant.now(), ZoneId.systemDefault());
        entries.stream().limit(limit).forEach(entry -> print(entry, times, out));
        if (entries.size() > limit) {
            out.println("... and " + (entries.size() - limit) + " more: --limit, --kind, --mapping");
        }
        Map<String, Long> counts =
                entries.stream().collect(Collectors.groupingBy(OpenEntry::kind, TreeMap::new, Collectors.counting()));
        out.println(counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", ")));
        out.println("Field by field: couplet set-aside show COUPLING");
    }

    private static final class AnyKind extends KindConverter {
        AnyKind() {
            super(EnumSet.allOf(SetAsideKind.class));
        }
    }

    private static void print(OpenEntry entry, Times times, PrintWriter out) {
        out.println(entry.kind() + "  " + entry.mapping() + "  " + entry.subject() + "  " + times.age(entry.since()));
        String erp = entry.erp();
        String crm = entry.crm();
        if (erp != null && crm != null) {
            out.println("    " + erp + " = " + crm);
        } else if (!entry.subject().equals(erp) && !entry.subject().equals(crm)) {
            out.println("    " + (erp == null ? crm : erp) + ", alone");
        }
        out.println("    " + entry.reason());
        if (!entry.rules().isEmpty()) {
            out.println("    rules: " + String.join(", ", entry.rules()));
        }
    }
}
