package io.couplet.local.cli;

import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackDown;
import io.couplet.local.stack.StackException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the stack. */
@Command(name = "down", description = "Stops every process of the stack; the data stays.")
public final class DownCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getOut());
        if (!new StackDown(data.directory(), progress).stop()) {
            throw new StackException(
                    Exit.NOT_RUNNING, "nothing runs on " + data.directory().root());
        }
        progress.say("stopped");
        return Exit.OK.code();
    }
}
