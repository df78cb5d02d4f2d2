package io.couplet.cli;

import io.couplet.contract.Catalogue;
import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FaultyEntitySchemas;
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

    /**
     * The entities, with the company's own.
     *
     * @throws NotPossible if the company's schemas are faulty
     */
    EntityCatalogue entities() {
        try {
            return EntityCatalogue.of(config == null ? null : new ConfigDirectory(config));
        } catch (FaultyEntitySchemas e) {
            throw new NotPossible(
                    "The company's own files are faulty; couplet check " + config + " says more: " + e.getMessage());
        }
    }

    /** The topics, with those of the company's own entities; throws as {@link #entities}. */
    Catalogue topics() {
        return new Catalogue(prefix, entities());
    }
}
