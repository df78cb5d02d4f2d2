package io.couplet.connectors.ops;

import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves status, health and metrics on loopback. */
public final class OpsServer implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin server;

    private OpsServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port to listen on; 0 lets the system choose
     * @param systems by name
     * @param metrics what /metrics tells
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static OpsServer start(int port, Map<String, SystemStatus> systems, PrometheusMeterRegistry metrics) {
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false);
        server.get("/metrics", context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
        server.get("/status", context -> context.json(status(systems)));
        server.get("/health", context -> {
            boolean healthy = systems.values().stream().allMatch(SystemStatus::healthy);
            context.status(healthy ? 200 : UNAVAILABLE).result(healthy ? "healthy" : "unhealthy: see /status");
        });
        return new OpsServer(server.start("localhost", port));
    }

    private static Map<String, Object> status(Map<String, SystemStatus> systems) {
        Map<String, Map<String, @Nullable Object>> described = new LinkedHashMap<>();
        systems.forEach((name, system) -> described.put(name, system.describe()));
        return Map.of("systems", described);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
