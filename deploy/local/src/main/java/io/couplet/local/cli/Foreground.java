package io.couplet.local.cli;

import io.couplet.local.stack.Stack;
import io.couplet.local.stack.StackException;
import io.couplet.local.stack.StackOptions;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the stack inside this process until it is told to end. */
final class Foreground {
    private static final Logger LOG = LoggerFactory.getLogger(Foreground.class);

    private final StackOptions options;
    private final boolean inBackground;
    private final PrintWriter out;
    private final ConsoleProgress progress;

    /**
     * @param inBackground whether this is the process that {@code up --detach} has started and listens to
     */
    Foreground(StackOptions options, boolean inBackground, PrintWriter out) {
        this.options = options;
        this.inBackground = inBackground;
        this.out = out;
        this.progress = new ConsoleProgress(out);
    }

    int run() {
        Stack stack = Stack.claim(options, progress);
        Thread atEnd = new Thread(() -> end(stack), "couplet-stop");
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            stack.start();
            if (options.applications()) {
                stack.awaitInStep();
            }
        } catch (StackException e) {
            LOG.atError().setCause(e).log("the stack did not start");
            throw e;
        }
        if (options.applications()) {
            progress.say("all sample data is in step");
            WhatToTry.print(out);
        }
        if (inBackground) {
            Detached.tellReady(out);
        } else {
            out.println("Ctrl-C stops everything.");
            out.flush();
        }
        // From here on it only watches: one collection hands the memory of starting back to the machine.
        System.gc();
        return untilEnded();
    }

    /** Only a signal ends this; the shutdown hook does the rest. */
    private static int untilEnded() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void end(Stack stack) {
        progress.say("stopping");
        stack.close();
        progress.say("stopped");
    }
}
