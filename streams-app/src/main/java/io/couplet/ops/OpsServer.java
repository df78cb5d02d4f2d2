package io.couplet.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.couplet.api.AuditEntry;
import io.couplet.api.OpenEntry;
import io.couplet.api.PublicViews;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves metrics, health, status and the views over HTTP, on loopback. */
final class OpsServer implements AutoCloseable {

    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Enough for a scraper, a console and a script at a time, acceptor and selector included. */
    private static final int THREADS = 8;

    private final Javalin server;

    private OpsServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port to listen on; 0 lets the system choose
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    static OpsServer start(
            int port, StatusPage status, PublicViews views, PrometheusMeterRegistry metrics, StreamsHealth health) {
        Javalin server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.jsonMapper(new JavalinJackson(json(), false));
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
        });
        server.get("/metrics", context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
        server.get(
                "/health",
                context -> context.status(health.healthy() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                        .result(health.words()));
        server.get("/status", context -> context.json(status.report()));
        server.get("/set-aside", fresh(views, context -> context.json(open(views, context))));
        server.get("/audit", fresh(views, context -> context.json(audit(views, context))));
        server.get("/dead-letters", fresh(views, context -> context.json(views.deadLetters())));
        return new OpsServer(server.start("localhost", port));
    }

    private static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private static Handler fresh(PublicViews views, Handler handler) {
        return context -> {
            views.refresh(FRESH);
            handler.handle(context);
        };
    }

    private static List<OpenEntry> open(PublicViews views, Context context) {
        String mapping = context.queryParam("mapping");
        String kind = context.queryParam("kind");
        return views.open().stream()
                .filter(entry -> mapping == null || entry.mapping().equals(mapping))
                .filter(entry -> kind == null || entry.kind().equals(kind))
                .toList();
    }

    private static List<AuditEntry> audit(PublicViews views, Context context) {
        String coupling = context.queryParam("coupling");
        return views.audit().stream()
                .filter(entry -> coupling == null || entry.coupling().equals(coupling))
                .toList();
    }

    /** The port it listens on. */
    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
