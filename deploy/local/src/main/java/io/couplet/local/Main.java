package io.couplet.local;

import io.couplet.cli.CheckCommand;
import io.couplet.cli.OperatorCommands;
import io.couplet.cli.SimulateCommand;
import io.couplet.cli.Target;
import io.couplet.local.bench.BenchCommand;
import io.couplet.local.cli.CommandFaults;
import io.couplet.local.cli.DataOption;
import io.couplet.local.cli.DownCommand;
import io.couplet.local.cli.ExitCodes;
import io.couplet.local.cli.LogsCommand;
import io.couplet.local.cli.ResetCommand;
import io.couplet.local.cli.SqlCommand;
import io.couplet.local.cli.UpCommand;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.workday.WorkdayCommand;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code couplet} command. */
@Command(
        name = "couplet",
        description = "Keeps an ERP and a CRM in step, both ways, in near real time, over Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nStart with: couplet up --detach")
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private Main() {}

    /** Without a command, shows the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What works on the local stack itself. */
    private static List<Object> stackCommands() {
        return List.of(
                new UpCommand(),
                new DownCommand(),
                new ResetCommand(),
                new LogsCommand(),
                new SqlCommand(),
                new BenchCommand(),
                new WorkdayCommand(),
                new CheckCommand(),
                new SimulateCommand());
    }

    /** What looks at any running Couplet; here at the one in the data directory, unless other addresses are given. */
    private static CommandLine operatorCommand(Object command, DataOption data) {
        CommandLine line = new CommandLine(command);
        line.addMixin("data", data);
        return line;
    }

    private static Target target(DataDirectory data) {
        Endpoints endpoints = new Endpoints(data.ports());
        return new Target(
                endpoints.streamsApp(),
                endpoints.connectors(),
                endpoints.bootstrap(),
                endpoints.registry(),
                "couplet",
                data.company());
    }

    /** The command line. Where the arguments name a command it has that one alone: to read the options of all takes longer than most do. */
    static CommandLine commandLine(String... arguments) {
        DataOption data = new DataOption();
        List<Object> ofStack = stackCommands();
        List<Object> ofOperators = OperatorCommands.all(() -> target(data.directory()));
        Predicate<Object> isNamed = command -> arguments.length > 0 && arguments[0].equals(name(command));
        boolean isOneNamed =
                Stream.concat(ofStack.stream(), ofOperators.stream()).anyMatch(isNamed);
        Predicate<Object> isWanted = isOneNamed ? isNamed : command -> true;
        CommandLine line = new CommandLine(new Main());
        ofStack.stream().filter(isWanted).forEach(line::addSubcommand);
        ofOperators.stream().filter(isWanted).forEach(command -> line.addSubcommand(operatorCommand(command, data)));
        line.setExecutionExceptionHandler(new CommandFaults());
        line.setParameterExceptionHandler(CommandFaults::wrongUsage);
        ExitCodes.describeIn(line);
        return line;
    }

    private static String name(Object command) {
        return Objects.requireNonNull(command.getClass().getAnnotation(Command.class))
                .name();
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "couplet-local-logback.xml");
        System.exit(commandLine(arguments).execute(arguments));
    }
}
