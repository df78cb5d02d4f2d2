package io.couplet.local.cli;

import io.couplet.local.stack.BackgroundProcess;
import io.couplet.local.stack.DataDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Starts the stack in another process, passes its progress on, and leaves it running. */
final class Detached {
    private static final String READY = "\u0004ready";

    private Detached() {}

    /**
     * Returns once the other process has told that it is ready, or has ended.
     *
     * @param arguments those of this call; the other process gets the same, without {@code --detach}
     */
    static int start(DataDirectory data, List<String> arguments, PrintWriter out) {
        List<String> others = new ArrayList<>(arguments);
        others.remove("--detach");
        others.add("--in-background");
        Process process = BackgroundProcess.start("io.couplet.local.Main", others, data);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY)) {
                    return 0;
                }
                out.println(line);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return process.onExit().join().exitValue();
    }

    /** Said by the other process; nobody listens to what it prints after that. */
    static void tellReady(PrintWriter out) {
        out.println(READY);
        out.flush();
    }
}
