package io.couplet.cli;

import io.couplet.api.DeadLetterEntry;
import io.couplet.contract.DeadLetter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet dead-letters}: what could not be used, and why. */
@Command(
        name = "dead-letters",
        description = "Shows the newest messages that could not be used: where each was, and what is wrong with it.",
        footer = {"", "Ends with 4 if the broker or the registry does not answer."})
public final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "Print a JSON array for scripts.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public DeadLettersCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> {
            var topic = target.topics().deadLetters();
            print(new NewestRecords<>(target, topic, DeadLetter.class)
                    .read(limit, DeadLetterEntry::of, DeadLetterEntry::at));
            return 0;
        });
    }

    private void print(List<DeadLetterEntry> entries) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(entries));
        } else if (entries.isEmpty()) {
            out.println("No dead letters.");
        } else {
            table(entries).print(out);
        }
        out.flush();
    }

    private static TextTable table(List<DeadLetterEntry> entries) {
        Times times = new Times(Instant.now(), ZoneId.systemDefault());
        TextTable table = new TextTable("when", "stage", "where", "key", ">bytes", "cause");
        entries.forEach(entry -> table.add(
                times.moment(entry.at()),
                entry.stage(),
                place(entry),
                entry.key() == null ? "-" : entry.key(),
                entry.bytes(),
                entry.cause().replace('\n', ' ')));
        return table;
    }

    /** A row that came out of a database was never on a partition. */
    private static String place(DeadLetterEntry entry) {
        return entry.partition() < 0
                ? "for " + entry.topic() + ", log position " + entry.offset()
                : entry.topic() + "-" + entry.partition() + " at " + entry.offset();
    }
}
