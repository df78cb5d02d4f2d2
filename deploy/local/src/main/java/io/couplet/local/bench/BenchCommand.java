package io.couplet.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.couplet.local.cli.DataOption;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the running stack. */
@Command(
        name = "bench",
        subcommands = LoadCommand.class,
        description = {
            "Measures the running stack: latency from commit to commit each way, bursts, and where the time goes;",
            "beside it PostgreSQL's own logical replication of the same edits between the same two servers.",
            "",
            "Edits phone numbers and second address lines of coupled customers and accounts, which keep their new values.",
            "",
            "couplet bench load says how the first load went, for each mapping.",
            "couplet bench core measures the decisions alone, without a stack: per second and core, and bytes for each.",
            "It takes the options of JMH (couplet bench core -h)."
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--rates",
            paramLabel = "N",
            split = ",",
            defaultValue = "50,500",
            description = "Edits per second at which latency is measured; default: ${DEFAULT-VALUE}.")
    private List<Integer> rates = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each measurement of latency takes; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--burst",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Edits per burst, 0 for no bursts; default: ${DEFAULT-VALUE}.")
    private int burst;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to edit before measuring, since fresh JVMs are slow; default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where to write the figures; default: bench.json in the data directory.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        BenchSettings settings = settings();
        DataDirectory directory = directory();
        RunningStack.require(directory);
        PrintWriter out = spec.commandLine().getOut();
        BenchReport report = run(settings, directory, out);
        out.println();
        out.print(ReportText.of(report));
        out.println("\nwritten to " + write(report, directory));
        out.flush();
        if (!report.isComplete()) {
            throw new StackException(
                    Exit.FAILURE, "edits are missing on the other side, or the sides differ: see above");
        }
        return Exit.OK.code();
    }

    /** Where the stack keeps its data. */
    DataDirectory directory() {
        return data.directory();
    }

    private static BenchReport run(BenchSettings settings, DataDirectory directory, PrintWriter out) {
        Bench bench = new Bench(settings, new Endpoints(directory.ports()), line -> say(out, line), Clock.systemUTC());
        try {
            return bench.run();
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "a database refused: " + e.getMessage(), e);
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private BenchSettings settings() {
        boolean usable = rates.stream().allMatch(rate -> rate > 0) && seconds > 0 && burst >= 0 && warmUp >= 0;
        if (!usable || rates.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rates and --seconds take numbers above 0, --burst and --warm-up none below 0");
        }
        return new BenchSettings(rates, Duration.ofSeconds(seconds), burst, Duration.ofSeconds(warmUp));
    }

    private Path write(BenchReport report, DataDirectory directory) {
        Path file = json == null ? directory.root().resolve("bench.json") : json.toAbsolutePath();
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
            return file;
        } catch (IOException e) {
            throw new StackException(
                    Exit.CONFIGURATION, "the figures cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
