package io.couplet.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that ask Couplet for something. */
final class AskOptions {

    private static final int DEFAULT_SECONDS = 20;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for what becomes of it (default: ${DEFAULT-VALUE}).")
    private int seconds = DEFAULT_SECONDS;

    @Option(names = "--no-wait", description = "Ask, and do not wait for what becomes of it.")
    private boolean noWait;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks, for the audit (default: your login name).")
    private @Nullable String by;

    boolean waits() {
        return !noWait;
    }

    Duration limit() {
        return Duration.ofSeconds(seconds);
    }

    String by() {
        return by == null ? System.getProperty("user.name", "unknown") : by;
    }
}
