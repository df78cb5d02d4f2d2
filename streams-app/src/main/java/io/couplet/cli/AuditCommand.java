package io.couplet.cli;

import io.couplet.api.AuditEntry;
import io.couplet.contract.Audit;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet audit}: decisions that discarded a user's value, or that a person may ask about. */
@Command(
        name = "audit",
        description = "Shows the newest decisions: what was decided, and the values that lost against others.",
        footer = {"", "Ends with 4 if the broker or the registry does not answer."})
public final class AuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--coupling", paramLabel = "ID", description = "Only decisions of this coupling, of all times.")
    private @Nullable String coupling;

    @Option(names = "--json", description = "Print a JSON array for scripts.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public AuditCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> {
            print(entries(target));
            return 0;
        });
    }

    private List<AuditEntry> entries(Target target) {
        var topic = target.topics().audit();
        NewestRecords<Audit> newest = new NewestRecords<>(target, topic, Audit.class);
        return coupling == null
                ? newest.read(limit, AuditEntry::of, AuditEntry::at)
                : newest.ofKey(coupling, limit, AuditEntry::of, AuditEntry::at);
    }

    private void print(List<AuditEntry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(entries));
        } else if (entries.isEmpty()) {
            out.println("No decision to tell of.");
        } else {
            Times times = new Times(Instant.now(), ZoneId.systemDefault());
            entries.forEach(entry -> print(entry, times, out));
        }
        out.flush();
    }

    private static void print(AuditEntry entry, Times times, PrintWriter out) {
        out.println(times.moment(entry.at()) + "  " + entry.mapping() + "  " + text(entry.erp()) + " = "
                + text(entry.crm()) + "  " + entry.decision()
                + (entry.by() == null ? "" : "  after an edit of " + entry.by()));
        entry.losers()
                .forEach(lost -> out.println("    " + lost.rule() + ": " + text(lost.losing()) + " of " + lost.side()
                        + " lost to " + text(lost.winning()) + " (" + lost.policy() + ")"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "(blank)" : value;
    }
}
