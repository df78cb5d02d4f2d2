package io.couplet.local.stack;

import java.net.URI;

/** Addresses at which the parts of one stack answer, derived from its ports. */
public record Endpoints(Ports ports) {
    private static final String HOST = "localhost";

    /** Bootstrap servers of the broker. */
    public String bootstrap() {
        return HOST + ":" + ports.broker();
    }

    /** Base address of the registry's Confluent-compatible API. */
    public String registry() {
        return "http://" + HOST + ":" + ports.registry() + "/apis/ccompat/v7";
    }

    /** Base address of the HTTP server of connectors. */
    public URI connectors() {
        return URI.create("http://" + HOST + ":" + ports.connectors());
    }

    /** Base address of the HTTP server of streams-app. */
    public URI streamsApp() {
        return URI.create("http://" + HOST + ":" + ports.streamsApp());
    }

    /** JDBC address of one sandbox database. */
    public String jdbcUrl(Component database) {
        return jdbcUrl(database, database.id());
    }

    /** JDBC address of any database on the server of that sandbox. */
    String jdbcUrl(Component database, String name) {
        return "jdbc:postgresql://" + HOST + ":" + port(database) + "/" + name;
    }

    /** Port on which a sandbox database listens. */
    int port(Component database) {
        return switch (database) {
            case ERP -> ports.erp();
            case CRM -> ports.crm();
            case BROKER, REGISTRY, CONNECTORS, STREAMS_APP -> throw new IllegalArgumentException(database.id());
        };
    }
}
