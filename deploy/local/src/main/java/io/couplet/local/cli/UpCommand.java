package io.couplet.local.cli;

import io.couplet.contract.ConfigDirectory;
import io.couplet.local.sandbox.SampleData;
import io.couplet.local.stack.Applications;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.Installation;
import io.couplet.local.stack.StackException;
import io.couplet.local.stack.StackOptions;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.mappings.MappingFaults;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack, in the foreground or detached. */
@Command(
        name = "up",
        description = {
            "Starts databases, broker, registry and both applications, and waits until all sample data is in step.",
            "What dies is started again. Without --detach it stays in the foreground until Ctrl-C."
        })
public final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PortOptions ports = new PortOptions();

    @Option(names = "--detach", description = "Go on in the background once everything is in step.")
    private boolean detach;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "Multiply the amount of sample data; takes effect when the data directory is new.")
    private int scale;

    @Option(
            names = "--invoices",
            paramLabel = "N",
            description = "Posted invoices among the sample data; default: 20 times the scale.")
    private @Nullable Integer invoices;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long the sample data may take to be in step; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description =
                    "The company's own schemas, bindings, mappings and settings.yaml; see: couplet check. Default:"
                            + " that of the last start.")
    private @Nullable Path config;

    @Option(names = "--shipped", description = "Without files of the company, even if the last start had some.")
    private boolean shipped;

    @Option(names = "--only", hidden = true, description = "infrastructure: without connectors and streams-app.")
    private String only = "";

    @Option(names = "--in-background", hidden = true, description = "Used by --detach for the process it starts.")
    private boolean inBackground;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (detach) {
            return Detached.start(
                    data.directory(), spec.commandLine().getParseResult().originalArgs(), out);
        }
        if (inBackground) {
            // Its standard error is a file; what went wrong must reach the terminal, which reads its standard output.
            spec.commandLine().setErr(out);
        }
        System.setProperty("couplet.log", data.directory().supervisorLog().toString());
        return new Foreground(options(), inBackground, out).run();
    }

    /** The company's own files, after looking for everything that is wrong with them. */
    private @Nullable ConfigDirectory company() {
        if (shipped && config != null) {
            throw new StackException(Exit.USAGE, "--shipped and --config exclude each other");
        }
        Path known = data.directory().company();
        Path chosen = shipped ? null : config == null ? known : config;
        if (chosen == null) {
            return null;
        }
        if (!Files.isDirectory(chosen)) {
            throw new StackException(
                    Exit.USAGE,
                    "--config: there is no directory " + chosen
                            + (config == null ? ", which the last start used; --shipped does without" : ""));
        }
        try {
            // As it was given, so that faults name files as their author does.
            CheckedCatalogue.of(new ConfigDirectory(chosen), Applications.COMPANIES);
        } catch (MappingFaults e) {
            throw new StackException(Exit.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
        return new ConfigDirectory(chosen.toAbsolutePath());
    }

    private StackOptions options() {
        if (!only.isEmpty() && !only.equals("infrastructure")) {
            throw new StackException(Exit.USAGE, "--only takes 'infrastructure' alone");
        }
        DataDirectory directory = data.directory();
        return new StackOptions(
                Installation.find(),
                directory,
                ports.ports(directory),
                scale,
                invoices == null ? SampleData.INVOICES * scale : invoices,
                only.isEmpty(),
                List.of(),
                company(),
                Duration.ofSeconds(limit));
    }
}
