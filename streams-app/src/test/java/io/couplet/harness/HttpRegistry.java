package io.couplet.harness;

import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.contract.wire.UnknownSchemaId;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.apache.avro.Schema;

/** Lets the schemas of another registry, and their ids, be looked up over HTTP, as Confluent's interface does. */
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
        server.post("/subjects/{subject}", context -> {
            String subject = context.pathParam("subject");
            String text = String.valueOf(context.bodyAsClass(Map.class).get("schema"));
            int id = schemas.id(subject, new Schema.Parser().parse(text));
            context.json(Map.of("subject", subject, "version", 1, "id", id, "schema", text));
        });
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
