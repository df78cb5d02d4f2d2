package io.couplet.local.cli;

import io.couplet.local.stack.Component;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.LogFile;
import io.couplet.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the processes of the stack have written. */
@Command(name = "logs", description = "Shows the end of the logs of one component, or of all.")
public final class LogsCommand implements Callable<Integer> {
    private static final String SUPERVISOR = "supervisor";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "COMPONENT",
            description = "erp, crm, broker, registry, connectors, streams-app or supervisor; default: all.")
    private @Nullable String component;

    @Option(names = "-f", description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "20",
            description = "How many lines of each; default: ${DEFAULT-VALUE}.")
    private int lines;

    @Override
    public Integer call() {
        List<LogFile> logs =
                files(data.directory()).filter(Files::exists).map(LogFile::new).toList();
        if (logs.isEmpty()) {
            throw new StackException(
                    Exit.NOT_RUNNING, "no logs in " + data.directory().root() + "; nothing has been started there");
        }
        logs.forEach(log -> log.printTail(lines, spec.commandLine().getOut()));
        if (follow) {
            LogFile.follow(logs, spec.commandLine().getOut());
        }
        return Exit.OK.code();
    }

    private Stream<Path> files(DataDirectory directory) {
        if (SUPERVISOR.equals(component)) {
            return Stream.of(directory.supervisorLog());
        }
        if (component != null) {
            return Stream.of(directory.log(Component.of(component)));
        }
        return Stream.concat(
                Stream.of(directory.supervisorLog()),
                Arrays.stream(Component.values()).map(directory::log));
    }
}
