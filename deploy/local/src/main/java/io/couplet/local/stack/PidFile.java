package io.couplet.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Names one process in a file, by id and start time, so that another process that was given the same id later is never
 * mistaken for it.
 */
final class PidFile {
    /** The start time is computed from the time of boot, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    static PidFile of(DataDirectory data, Component component) {
        return new PidFile(data.run().resolve(component.id() + ".pid"));
    }

    static PidFile ofSupervisor(DataDirectory data) {
        return new PidFile(data.run().resolve("supervisor.pid"));
    }

    void write(ProcessHandle process) {
        long started = started(process).map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(file, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process named in the file, if it still runs. */
    Optional<ProcessHandle> process() {
        String[] words = read().split(" ", -1);
        if (words.length < 2) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process)
                        .map(at -> Duration.between(started, at).abs().compareTo(TOLERANCE) < 0)
                        .orElse(false));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }
}
