package io.couplet.local.stack;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Processes that were started from a data directory, as its pid files name them. */
final class Leftovers {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final Progress progress;

    Leftovers(DataDirectory data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Those that still run. */
    Map<Component, ProcessHandle> running() {
        Map<Component, ProcessHandle> running = new LinkedHashMap<>();
        Arrays.stream(Component.values())
                .forEach(component ->
                        PidFile.of(data, component).process().ifPresent(process -> running.put(component, process)));
        return running;
    }

    /** Ends those that still run, although their supervisor has gone, and removes the pid files. */
    void end() {
        Map<Component, ProcessHandle> running = running();
        running.forEach((component, process) -> {
            progress.say("ending the " + component.title() + " that an earlier run left behind (process "
                    + process.pid() + ")");
            Signals.stop(process, component.stopSignal());
        });
        Signals.awaitEnd(List.copyOf(running.values()), LIMIT);
        Arrays.stream(Component.values())
                .forEach(component -> PidFile.of(data, component).delete());
    }
}
