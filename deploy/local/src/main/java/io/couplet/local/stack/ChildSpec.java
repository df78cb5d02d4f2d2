package io.couplet.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one child.
 *
 * @param component which one it is
 * @param command program and arguments; the process started must be the child itself, not a wrapper that forks
 * @param directory where it runs
 * @param environment variables added to those of the supervisor
 * @param beforeStart clears what a killed predecessor left; runs before every start
 * @param readiness asks whether it does its work
 */
record ChildSpec(
        Component component,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Runnable beforeStart,
        Readiness readiness) {

    ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
