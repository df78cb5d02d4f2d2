package io.couplet.harness;

import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.contract.wire.UnknownSchemaId;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** Lets the schemas of another registry be looked up over HTTP, as Confluent's interface does. */
public final class HttpRegistry implements AutoCloseable {

    private final Javalin server;

    private HttpRegistry(Javalin server) {
        this.server = server;
    }

    /** Serves these schemas on a free port of loopback. */
    public static HttpRegistry of(SchemaRegistry schemas) {
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false);
        server.get(
                "/schemas/ids/{id}",
                context -> context.json(Map.of(
                        "schema",
                        schemas.schema(Integer.parseInt(context.pathParam("id")))
                                .toString())));
        server.exception(
                UnknownSchemaId.class,
                (unknown, context) -> context.status(HttpStatus.NOT_FOUND)
                        .json(Map.of("error_code", 40403, "message", String.valueOf(unknown.getMessage()))));
        return new HttpRegistry(server.start("localhost", 0));
    }

    /** Its base address. */
    public String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
