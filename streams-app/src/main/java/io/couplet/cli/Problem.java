package io.couplet.cli;

import io.couplet.api.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps Couplet from doing its work.
 *
 * @param exit what the status command ends with
 * @param text for people
 */
record Problem(int exit, String text) {

    private static final int FAILED = 1;
    private static final Set<String> STREAMS_AT_WORK = Set.of("CREATED", "RUNNING", "REBALANCING");

    static Problem unreachable(Unreachable fault) {
        return new Problem(Unreachable.EXIT, String.valueOf(fault.getMessage()));
    }

    static List<Problem> in(StatusReport streams) {
        List<Problem> problems = new ArrayList<>();
        if (!STREAMS_AT_WORK.contains(streams.state())) {
            problems.add(new Problem(FAILED, "streams-app has stopped working: " + streams.state()));
        }
        if (!streams.current() || streams.lag().isEmpty()) {
            problems.add(new Problem(
                    Unreachable.EXIT,
                    "streams-app does not get an answer from the broker or the registry; its figures may be old"));
        }
        return problems;
    }

    static List<Problem> in(ConnectorsStatus connectors) {
        List<Problem> problems = new ArrayList<>();
        connectors.systems().forEach((name, system) -> {
            add(
                    problems,
                    "capture from " + name,
                    system.capture().state(),
                    system.capture().error());
            add(
                    problems,
                    "apply to " + name,
                    system.apply().state(),
                    system.apply().error());
        });
        return problems;
    }

    private static void add(List<Problem> problems, String part, String state, @Nullable String error) {
        if (state.equals("failed")) {
            problems.add(new Problem(FAILED, part + " has failed: " + error));
        } else if (error != null) {
            problems.add(new Problem(Unreachable.EXIT, part + " is " + state + ": " + error));
        }
    }

    /** What a command ends with that found these. */
    static int exit(List<Problem> problems) {
        return problems.stream().mapToInt(Problem::exit).max().orElse(0);
    }
}
