package io.couplet.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes. */
final class Signal {
    private Signal() {}

    /** Sends it to the process; returns when it has been sent. Nothing happens where the process has ended. */
    static void send(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it to the process and all that it has started. */
    static void sendToAll(String signal, ProcessHandle process) {
        process.descendants().forEach(each -> send(signal, each));
        send(signal, process);
    }
}
