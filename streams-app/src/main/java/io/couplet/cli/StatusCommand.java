package io.couplet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.couplet.api.StatusReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet status}: both applications in one view. */
@Command(
        name = "status",
        description = {
            "Shows how Couplet is doing: capture and apply per system, couplings and commands per mapping, what waits for "
                    + "what, and how far behind it is."
        },
        footer = {
            "",
            "Ends with 0 if all is well, with 1 if a part has failed, and with 4 if something does not answer; the output says"
                    + " what. Records that are parked or set aside are no failure."
        })
public final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--json", description = "Print one JSON object for scripts.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public StatusCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() {
        Target target = options.target();
        List<Problem> problems = new ArrayList<>();
        HttpSource streamsApp = new HttpSource("streams-app", target.streams());
        HttpSource connectorsApp = new HttpSource("connectors", target.connectors());
        JsonNode streams = fetch(streamsApp, problems);
        JsonNode connectors = fetch(connectorsApp, problems);
        StatusReport report = streams == null ? null : Json.as(StatusReport.class, streams, streamsApp);
        ConnectorsStatus systems =
                connectors == null ? null : Json.as(ConnectorsStatus.class, connectors, connectorsApp);
        problems.addAll(report == null ? List.of() : Problem.in(report));
        problems.addAll(systems == null ? List.of() : Problem.in(systems));
        if (json) {
            spec.commandLine().getOut().println(Json.print(merged(streams, connectors, problems)));
        } else {
            new StatusText(spec.commandLine().getOut(), new Times(Instant.now(), ZoneId.systemDefault()))
                    .print(report, systems, problems);
        }
        spec.commandLine().getOut().flush();
        return Problem.exit(problems);
    }

    private static @Nullable JsonNode fetch(HttpSource source, List<Problem> problems) {
        try {
            return Json.parse(source, "/status");
        } catch (Unreachable e) {
            problems.add(Problem.unreachable(e));
            return null;
        }
    }

    /** What both say, side by side: their names do not collide. */
    private static ObjectNode merged(
            @Nullable JsonNode streams, @Nullable JsonNode connectors, List<Problem> problems) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.put("healthy", problems.isEmpty());
        problems.forEach(problem -> merged.withArray("/problems").add(problem.text()));
        for (JsonNode part : new @Nullable JsonNode[] {streams, connectors}) {
            if (part instanceof ObjectNode object) {
                merged.setAll(object);
            }
        }
        return merged;
    }
}
