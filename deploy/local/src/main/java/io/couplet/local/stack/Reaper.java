package io.couplet.local.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the children when this process ends, however it ends. A small shell reads the ids of the children from a pipe
 * that this process holds open; when the pipe closes, it asks exactly those to stop, and kills them if they do not.
 *
 * <p>Thread-safe. A shell that dies is replaced.
 */
final class Reaper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);

    /** Keeps "signal:pid" words; a line "- pid" forgets one. After the end of input: signal, wait 8 s, kill. */
    private static final String SCRIPT = """
            children=
            while read -r signal pid; do
              if [ "$signal" = - ]; then
                rest=
                for child in $children; do [ "${child#*:}" = "$pid" ] || rest="$rest $child"; done
                children=$rest
              else
                children="$children $signal:$pid"
              fi
            done
            for child in $children; do kill -"${child%%:*}" "${child#*:}" 2>/dev/null; done
            turns=0
            while [ $turns -lt 80 ]; do
              alive=
              for child in $children; do kill -0 "${child#*:}" 2>/dev/null && alive=1; done
              [ -n "$alive" ] || exit 0
              sleep 0.1
              turns=$((turns + 1))
            done
            for child in $children; do kill -KILL "${child#*:}" 2>/dev/null; done
            """;

    private final Map<Long, String> children = new LinkedHashMap<>();
    private @Nullable Process shell;
    private @Nullable BufferedWriter pipe;
    private boolean closed;

    /** Starts the shell; must be called before the first child is added. */
    synchronized void start() {
        if (closed) {
            return;
        }
        try {
            Process started = new ProcessBuilder(OwnSession.command("sh", "-c", SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell = started;
            pipe = started.outputWriter(StandardCharsets.US_ASCII);
            for (Map.Entry<Long, String> child : children.entrySet()) {
                tell(child.getValue() + " " + child.getKey());
            }
            ExitWatch.onExit(started, ended -> replace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell, once started. */
    synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(shell).map(Process::toHandle);
    }

    synchronized void add(ProcessHandle child, String stopSignal) {
        children.put(child.pid(), stopSignal);
        tell(stopSignal + " " + child.pid());
    }

    synchronized void forget(ProcessHandle child) {
        if (children.remove(child.pid()) != null) {
            tell("- " + child.pid());
        }
    }

    /** Ends the shell. Children that were not forgotten are ended by it. */
    @Override
    public void close() {
        // Waits without the lock: the JDK tells of exits on a thread that may be held up in replace(), which wants it.
        closePipe().ifPresent(ending -> ending.onExit().join());
    }

    private synchronized Optional<Process> closePipe() {
        closed = true;
        if (pipe != null) {
            try {
                pipe.close();
            } catch (IOException e) {
                LOG.atWarn().setCause(e).log("closing the pipe of the reaper failed");
            }
        }
        return Optional.ofNullable(shell);
    }

    private synchronized void replace() {
        if (!closed) {
            LOG.warn("the reaper died; starting another");
            start();
        }
    }

    private void tell(String line) {
        if (pipe == null) {
            return;
        }
        try {
            pipe.write(line);
            pipe.newLine();
            pipe.flush();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("the reaper does not listen; another will be told");
        }
    }
}
