package io.couplet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One of the two applications by itself.
 *
 * @param module where it was built
 * @param mainClass what is started
 */
public record Application(String module, String mainClass) {
    /** Capture and apply. */
    public static final Application CONNECTORS =
            new Application("connectors", "io.couplet.connectors.ConnectorsApplication");

    /** The decisions. */
    public static final Application STREAMS_APP = new Application("streams-app", "io.couplet.SyncApplication");

    /** Starts it with a configuration file. */
    public List<String> command(Path config) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // One that is killed leaves its temporary files behind.
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                classPath(),
                mainClass,
                config.toString());
    }

    private String classPath() {
        Path target = Launcher.home().resolve(module).resolve("target");
        try (var files = Files.list(target)) {
            Path jar = files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
            return jar + ":" + Files.readString(target.resolve("classpath.txt")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it, with a configuration file that may be broken, until it ends. */
    Ran run(Path config) {
        try {
            Path output = Files.createTempFile(module, ".out");
            Process process = new ProcessBuilder(command(config))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            // The applications end by themselves on end of input, which a test that dies leaves behind.
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String printed = Files.readString(output);
            Files.delete(output);
            return new Ran(ended ? process.exitValue() : -1, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
