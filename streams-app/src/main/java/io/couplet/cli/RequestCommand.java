package io.couplet.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command by which a person asks Couplet for something, and sees what came of it. */
abstract class RequestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Mixin
    private final AskOptions asking = new AskOptions();

    /** Works on what the fallback names, unless options say otherwise. */
    RequestCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    /** Asks, and waits; the exit code. */
    abstract int ask(Target target);

    @Override
    public final Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> ask(target));
    }

    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final ControlDesk desk(Target target) {
        return new ControlDesk(target, asking, out());
    }
}
