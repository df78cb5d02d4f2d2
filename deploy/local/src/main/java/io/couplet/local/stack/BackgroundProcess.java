package io.couplet.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Starts another copy of this program that outlives this process and its terminal. */
public final class BackgroundProcess {
    private static final String HEAP = "160m";

    private BackgroundProcess() {}

    /**
     * Starts it with the class path and the installation of this process.
     *
     * @param arguments those of its main method
     * @param data gets what it writes to standard error; its standard output is left to the caller to read
     */
    public static Process start(String mainClass, List<String> arguments, DataDirectory data) {
        data.create();
        List<String> command = new JavaCommand(HEAP, data)
                .compiledOnce()
                // What making up sample data took is given back once it has been loaded.
                .with("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20")
                .with("-D" + Installation.HOME_PROPERTY + "="
                        + Installation.find().home())
                .main(System.getProperty("java.class.path"), mainClass, arguments.toArray(String[]::new));
        ProcessBuilder builder = new ProcessBuilder(OwnSession.command(command));
        builder.environment().putAll(JavaCommand.ENVIRONMENT);
        try {
            Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(
                            data.logs().resolve("supervisor.err").toFile()))
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
