package io.couplet.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one Couplet answer.
 *
 * @param streams base address of streams-app's HTTP server
 * @param connectors base address of connectors' HTTP server
 * @param bootstrap of the broker: comma-separated host:port pairs
 * @param registry base address of the registry's Confluent-compatible API
 * @param prefix of topics and consumer groups, without what follows it
 * @param config directory of the company's own files; null where there are none, or it is not known
 */
public record Target(
        URI streams,
        URI connectors,
        String bootstrap,
        String registry,
        String prefix,
        @Nullable Path config) {

    /** A local stack for which nothing else was asked. */
    public static final Target LOCAL = new Target(
            URI.create("http://localhost:18082"),
            URI.create("http://localhost:18080"),
            "localhost:19092",
            "http://localhost:18081/apis/ccompat/v7",
            "couplet",
            null);
}
