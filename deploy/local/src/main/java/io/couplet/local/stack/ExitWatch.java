package io.couplet.local.stack;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has something done when a process ends. */
final class ExitWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ExitWatch.class);

    private ExitWatch() {}

    /** Calls the action once, on a thread of the JDK, when the process has ended; what the action throws is logged. */
    static void onExit(Process process, Consumer<Process> action) {
        CompletableFuture<Void> unused = process.onExit().thenAccept(action).exceptionally(failure -> {
            LOG.atError().setCause(failure).addKeyValue("pid", process.pid()).log("reacting to an exit failed");
            return null;
        });
    }
}
