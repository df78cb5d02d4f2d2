package io.couplet.e2e.chaos;

import io.couplet.local.stack.Detour;
import io.couplet.local.stack.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which port leads where in a {@link ShakenStack}, and what its applications are told. Immutable. */
final class Wiring {
    private static final int BASE = 27_700;
    private static final int BROKER_FOR_CONNECTORS = BASE + 10;
    private static final int BROKER_FOR_STREAMS = BASE + 11;
    private static final int RELAYS = BASE + 20;
    private static final int FURTHER_HTTP = BASE + 30;
    private static final String LOGINS = "user: couplet, password: couplet, captureUser: couplet_capture,"
            + " capturePassword: couplet_capture, replicationOrigin: couplet";

    private final Ports ports = Ports.from(BASE);
    private final Duration session;

    /** After how long a silence an application counts as gone. */
    Wiring(Duration session) {
        this.session = session;
    }

    /** The ports of the infrastructure. */
    Ports ports() {
        return ports;
    }

    /** The ways of the applications, by name, and the port to which each leads. */
    Map<String, Integer> targets() {
        Map<String, Integer> targets = new LinkedHashMap<>();
        targets.put("connectors-erp", ports.erp());
        targets.put("connectors-crm", ports.crm());
        targets.put("connectors-registry", ports.registry());
        targets.put("connectors-broker", BROKER_FOR_CONNECTORS);
        targets.put("streams-registry", ports.registry());
        targets.put("streams-broker", BROKER_FOR_STREAMS);
        return targets;
    }

    /** Where a way begins. */
    int entrance(String way) {
        return RELAYS + List.copyOf(targets().keySet()).indexOf(way);
    }

    /** Lets the broker send its clients back to the ways on which they came. */
    List<Detour> detours() {
        return List.of(
                new Detour("CONNECTORS", BROKER_FOR_CONNECTORS, entrance("connectors-broker")),
                new Detour("STREAMS", BROKER_FOR_STREAMS, entrance("streams-broker")));
    }

    /**
     * What connectors are told, the second ones like the first, but for their own port.
     *
     * @param guarantee under which those decide whose commands they read
     */
    String connectors(boolean second, String guarantee) {
        String isolation = guarantee.equals("at_least_once") ? "read_uncommitted" : "read_committed";
        return common("connectors", second ? FURTHER_HTTP : ports.connectors(), ", isolation: " + isolation)
                + """
                systems:
                  erp: {url: "jdbc:postgresql://localhost:%d/erp", %s, companies: [CRONUS]}
                  crm: {url: "jdbc:postgresql://localhost:%d/crm", %s}
                """.formatted(entrance("connectors-erp"), LOGINS, entrance("connectors-crm"), LOGINS);
    }

    /** What an instance of streams-app is told. */
    String streams(int instance, String guarantee, Path state) {
        return common("streams", FURTHER_HTTP + instance, "") + """
                state: {directory: "%s"}
                processing: {guarantee: %s, commitInterval: PT0.2S, instance: "%d"}
                companies: [CRONUS]
                integrationAccounts: {erp: couplet, crm: couplet}
                """.formatted(state, guarantee, instance);
    }

    /** Where the instances of streams-app tell whether they are at work. */
    List<URI> health() {
        return Stream.of(1, 2)
                .map(instance -> URI.create("http://localhost:" + (FURTHER_HTTP + instance) + "/health"))
                .toList();
    }

    private String common(String application, int http, String ofKafka) {
        return """
                kafka: {bootstrap: "localhost:%d", sessionTimeout: %s%s}
                registry: {url: "http://localhost:%d/apis/ccompat/v7"}
                topics: {prefix: couplet, partitions: 3}
                http: {port: %d}
                """.formatted(
                        entrance(application + "-broker"), session, ofKafka, entrance(application + "-registry"), http);
    }
}
