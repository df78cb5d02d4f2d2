package io.couplet.local;

import io.couplet.local.cli.CommandFaults;
import io.couplet.local.cli.DownCommand;
import io.couplet.local.cli.ExitCodes;
import io.couplet.local.cli.LogsCommand;
import io.couplet.local.cli.ResetCommand;
import io.couplet.local.cli.SqlCommand;
import io.couplet.local.cli.UpCommand;
import java.util.List;
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

    /** All commands; another one is added by one more line. */
    private static List<Object> commands() {
        return List.of(new UpCommand(), new DownCommand(), new ResetCommand(), new LogsCommand(), new SqlCommand());
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        commands().forEach(line::addSubcommand);
        line.setExecutionExceptionHandler(new CommandFaults());
        line.setParameterExceptionHandler(CommandFaults::wrongUsage);
        ExitCodes.describeIn(line);
        return line;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "couplet-local-logback.xml");
        System.exit(commandLine().execute(arguments));
    }
}
