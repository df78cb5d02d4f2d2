package io.couplet.cli;

import io.couplet.contract.Catalogue;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet topics}: what is where. */
@Command(
        name = "topics",
        description = "Shows what is where: each topic with its size, what travels on it, and when something last did.",
        footer = {"", "Ends with 4 if the broker does not answer."})
public final class TopicsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--all", description = "Show the stores' changelogs as well.")
    private boolean all;

    @Option(names = "--json", description = "Print a JSON array for scripts.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public TopicsCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> {
            Catalogue catalogue = target.topics();
            try (Admin admin = KafkaAdmin.of(target.bootstrap())) {
                print(new TopicSurvey(admin, catalogue, target.prefix()).read(all));
            }
            return 0;
        });
    }

    private void print(List<TopicFacts> topics) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(topics));
        } else {
            table(topics).print(out);
            out.println("Records of compacted topics include old versions that have not been cleaned away yet.");
        }
        out.flush();
    }

    private static TextTable table(List<TopicFacts> topics) {
        Times times = new Times(Instant.now(), ZoneId.systemDefault());
        TextTable table = new TextTable(
                "topic", ">partitions", "cleanup", ">records", ">size", "last record", "key", "what it is");
        topics.forEach(topic -> table.add(
                topic.name(),
                topic.partitions() == 0 ? "missing" : topic.partitions(),
                topic.cleanup(),
                topic.records(),
                Bytes.words(topic.bytes()),
                topic.lastRecord() == null ? "-" : times.moment(topic.lastRecord()),
                topic.key(),
                brief(topic.purpose())));
        return table;
    }

    /** What comes before the first comma or the like: a table has little room. */
    private static String brief(String purpose) {
        return purpose.split("[,;:]", 2)[0];
    }
}
