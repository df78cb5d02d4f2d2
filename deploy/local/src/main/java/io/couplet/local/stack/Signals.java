package io.couplet.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Ends processes by their id: first with the signal that lets them stop cleanly, then by force. */
final class Signals {
    private Signals() {}

    /** Asks one process to stop cleanly; does nothing if it has ended. */
    static void stop(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.onExit().join();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Waits for all to end and kills those that have not within the limit; returns once none is left. */
    static void awaitEnd(List<ProcessHandle> processes, Duration limit) {
        boolean ended = Poll.until(limit, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        if (!ended) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Poll.until(limit, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        }
    }
}
