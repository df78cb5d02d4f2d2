package io.couplet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of the two applications by itself, with a configuration file that may be broken. */
final class Application {
    private Application() {}

    /** Runs connectors until it ends. */
    static Ran connectors(Path config) {
        return run("connectors", "io.couplet.connectors.ConnectorsApplication", config);
    }

    /** Runs streams-app until it ends. */
    static Ran streamsApp(Path config) {
        return run("streams-app", "io.couplet.SyncApplication", config);
    }

    private static Ran run(String module, String mainClass, Path config) {
        try {
            Path target = Launcher.home().resolve(module).resolve("target");
            Path jar;
            try (var files = Files.list(target)) {
                jar = files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                        .findFirst()
                        .orElseThrow();
            }
            String classPath = jar + ":"
                    + Files.readString(target.resolve("classpath.txt")).strip();
            Path output = Files.createTempFile(module, ".out");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            mainClass,
                            config.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            // The applications end by themselves on end of input, which a test that dies leaves behind.
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Ran(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
