package io.couplet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./couplet} as a person would. Usable from any thread. */
final class Launcher {
    private static final long LIMIT_SECONDS = 400;

    private final Path data;
    private final Map<String, String> environment;

    Launcher(Path data) {
        this(data, Map.of());
    }

    Launcher(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = Map.copyOf(environment);
    }

    /** The project's folder, in which the launcher stands. */
    static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("couplet"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no couplet launcher above the working directory");
        }
        return folder;
    }

    /** Runs a command on the data directory to its end. */
    Ran couplet(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home().resolve("couplet").toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("couplet", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // The build is running already: it must not be started again from here.
            builder.environment().put("COUPLET_BUILD", "no");
            builder.environment().put("COUPLET_DATA", data.toString());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end; it printed:\n" + Files.readString(output));
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Ran(process.exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
