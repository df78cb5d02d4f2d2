package io.couplet.local.cli;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackDown;
import io.couplet.local.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the stack and deletes its data. */
@Command(name = "reset", description = "Stops the stack and deletes its data directory, after asking.")
public final class ResetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        DataDirectory directory = data.directory();
        PrintWriter out = spec.commandLine().getOut();
        if (!directory.exists()) {
            throw new StackException(Exit.CONFIGURATION, directory.root() + " holds no stack; nothing to delete");
        }
        if (!yes && !agreed(directory, out)) {
            out.println("Nothing was deleted.");
            return Exit.FAILURE.code();
        }
        new StackDown(directory, new ConsoleProgress(out)).erase();
        out.println("Deleted " + directory.root() + ".");
        return Exit.OK.code();
    }

    private static boolean agreed(DataDirectory directory, PrintWriter out) throws IOException {
        out.print("Delete " + directory.root() + " with both databases and all topics? [y/N] ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
