package io.couplet.local.stack;

import io.couplet.contract.ConfigDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own two applications, configured for the other processes of this stack. */
public final class Applications {
    /** The ERP companies that are synchronized, those of the sandbox; the home company first. */
    public static final List<String> COMPANIES = List.of("CRONUS", "FABRIKAM");

    private static final String CONNECTORS_MAIN = "io.couplet.connectors.ConnectorsApplication";
    private static final String STREAMS_APP_MAIN = "io.couplet.SyncApplication";

    private final DataDirectory data;
    private final Endpoints endpoints;
    private final Installation installation;
    private final @Nullable ConfigDirectory company;

    Applications(StackOptions options, Endpoints endpoints) {
        this.data = options.data();
        this.endpoints = endpoints;
        this.installation = options.installation();
        this.company = options.company();
    }

    ChildSpec connectors() {
        Path config = write("connectors.yaml", connectorsConfig());
        return application(
                Component.CONNECTORS,
                new JavaCommand("384m", data)
                        .main(installation.classPath(Component.CONNECTORS), CONNECTORS_MAIN, config.toString()),
                endpoints.connectors().resolve("/status"));
    }

    ChildSpec streamsApp() {
        Path config = write("streams-app.yaml", streamsAppConfig());
        return application(
                Component.STREAMS_APP,
                new JavaCommand("512m", data)
                        .main(installation.classPath(Component.STREAMS_APP), STREAMS_APP_MAIN, config.toString()),
                endpoints.streamsApp().resolve("/status"));
    }

    private ChildSpec application(Component component, List<String> command, URI status) {
        return new ChildSpec(
                component, command, data.root(), JavaCommand.ENVIRONMENT, () -> {}, () -> HttpProbe.answersOk(status));
    }

    private String common(int httpPort) {
        return """
            kafka: {bootstrap: "%s"}
            registry: {url: "%s"}
            topics: {prefix: couplet, partitions: 3}
            http: {port: %d}
            """.formatted(endpoints.bootstrap(), endpoints.registry(), httpPort);
    }

    private String connectorsConfig() {
        return common(endpoints.ports().connectors())
                + "systems:\n"
                + system(Component.ERP, ", companies: " + COMPANIES)
                + system(Component.CRM, "")
                + config();
    }

    private String system(Component database, String more) {
        return ("  %s: {url: \"%s\", user: couplet, password: couplet, captureUser: couplet_capture,"
                        + " capturePassword: couplet_capture, replicationOrigin: couplet%s}\n")
                .formatted(database.id(), endpoints.jdbcUrl(database), more);
    }

    private String streamsAppConfig() {
        return common(endpoints.ports().streamsApp())
                + """
                state: {directory: "%s"}
                processing: {guarantee: at_least_once, threads: 1, commitInterval: PT0.2S}
                companies: %s
                integrationAccounts: {erp: couplet, crm: couplet}
                """.formatted(quoted(data.of(Component.STREAMS_APP)), COMPANIES)
                + config();
    }

    private String config() {
        return company == null ? "" : "config: \"" + quoted(company.root()) + "\"\n";
    }

    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(data.config(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
