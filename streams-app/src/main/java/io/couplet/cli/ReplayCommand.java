package io.couplet.cli;

import io.couplet.contract.Catalogue;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.mappings.MappingFaults;
import io.couplet.wire.LoadedMappings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code couplet replay}: rebuilds all state from topics, beside the running pipeline and without touching it. */
@Command(
        name = "replay",
        description = {
            "Rebuilds all state from topics alone into a new generation, in temporary files, and shows its digest for"
                    + " each mapping. It reads and never writes to a topic, so that no command can come of it."
        },
        footer = {
            "",
            "Ends with 1 if what was rebuilt is not what runs, and says where; with 3 if the mapping files are faulty,"
                    + " with 4 if the broker or the registry does not answer, with 7 if the running pipeline was not at"
                    + " rest in time."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int WRONG_INPUT = 3;
    private static final int GAVE_UP = 7;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(
            names = "--compare",
            description =
                    "Compare with the state of the running pipeline, at a moment in which it has used everything.")
    private boolean compare;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for that moment (default: ${DEFAULT-VALUE}).")
    private long wait = 60;

    @Mixin
    private final CatalogueOptions catalogue = new CatalogueOptions();

    @Option(names = "--json", description = "Print one JSON object for scripts, with the digests in full.")
    private boolean json;

    /** Looks at what the fallback names, unless options say otherwise. */
    public ReplayCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        if (wait < 0) {
            throw new ParameterException(spec.commandLine(), "--wait is " + wait + "; it cannot be negative");
        }
        Target target = options.target();
        try {
            return Unreachable.reported(spec, target, () -> print(replay(target).run(patience())));
        } catch (MappingFaults e) {
            return complain(WRONG_INPUT, e);
        } catch (AgreedEnd.Busy e) {
            return complain(GAVE_UP, e);
        }
    }

    private @Nullable Duration patience() {
        return compare ? Duration.ofSeconds(wait) : null;
    }

    private StateReplay replay(Target target) {
        CheckedCatalogue read = catalogue.read(target.config());
        LoadedMappings mappings = new LoadedMappings(read.mappings().mappings());
        return new StateReplay(target, new Catalogue(target.prefix(), read.entities()), mappings);
    }

    private int print(ReplayReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(report));
        } else {
            new ReplayText(out).print(report);
        }
        out.flush();
        return Boolean.FALSE.equals(report.same()) ? DIFFERENT : 0;
    }

    private int complain(int exit, Exception fault) {
        var line = spec.commandLine();
        line.getErr().println(line.getColorScheme().errorText(String.valueOf(fault.getMessage())));
        return exit;
    }
}
