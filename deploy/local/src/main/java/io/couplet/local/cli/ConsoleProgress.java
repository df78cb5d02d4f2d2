package io.couplet.local.cli;

import io.couplet.local.stack.Progress;
import java.io.PrintWriter;

/** Prints each line with the seconds since the command began. */
final class ConsoleProgress implements Progress {
    private final PrintWriter out;
    private final long begun = System.nanoTime();

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String line) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
        out.flush();
    }
}
