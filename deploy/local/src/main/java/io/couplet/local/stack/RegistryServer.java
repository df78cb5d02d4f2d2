package io.couplet.local.stack;

import java.net.URI;
import java.nio.file.Path;

/** The schema registry: Apicurio with its data in an H2 file, answering to Confluent's protocol. */
final class RegistryServer {
    private final DataDirectory data;
    private final Endpoints endpoints;
    private final Installation installation;

    RegistryServer(DataDirectory data, Endpoints endpoints, Installation installation) {
        this.data = data;
        this.endpoints = endpoints;
        this.installation = installation;
    }

    /** Tells how to start the registry on its database, which it makes itself. */
    ChildSpec prepare() {
        Path database = data.of(Component.REGISTRY).resolve("registry");
        // WRITE_DELAY=0: an id that was handed out must not be forgotten when the process is killed a moment later.
        String url = "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
        return new ChildSpec(
                Component.REGISTRY,
                new JavaCommand("192m", data)
                        .compiledOnce()
                        .with(
                                "-Dquarkus.http.host=localhost",
                                "-Dquarkus.http.port=" + endpoints.ports().registry(),
                                "-Dquarkus.datasource.jdbc.url=" + url,
                                "-Dquarkus.log.level=WARN")
                        .jar(installation.registry().toString()),
                data.root(),
                JavaCommand.ENVIRONMENT,
                () -> {},
                () -> HttpProbe.answersOk(URI.create(endpoints.registry() + "/subjects")));
    }
}
