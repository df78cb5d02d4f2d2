package io.couplet.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which Couplet a command looks at. What is not given comes from a fallback, which is asked late. */
final class TargetOptions {

    private final Supplier<Target> fallback;

    @Option(
            names = "--streams-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "HTTP address of streams-app.")
    private @Nullable URI streams;

    @Option(
            names = "--connectors-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "HTTP address of connectors.")
    private @Nullable URI connectors;

    @Option(names = "--bootstrap", scope = ScopeType.INHERIT, paramLabel = "HOST:PORT", description = "The broker.")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The schema registry's Confluent-compatible API.")
    private @Nullable String registry;

    @Option(names = "--prefix", scope = ScopeType.INHERIT, description = "What the names of topics begin with.")
    private @Nullable String prefix;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The company's own files; default: those that the local stack was started with.")
    private @Nullable Path config;

    TargetOptions(Supplier<Target> fallback) {
        this.fallback = fallback;
    }

    Target target() {
        Target known = fallback.get();
        return new Target(
                streams == null ? known.streams() : streams,
                connectors == null ? known.connectors() : connectors,
                bootstrap == null ? known.bootstrap() : bootstrap,
                registry == null ? known.registry() : registry,
                prefix == null ? known.prefix() : prefix,
                config == null ? known.config() : config);
    }
}
