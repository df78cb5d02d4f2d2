package io.couplet.ops;

import io.couplet.api.OffsetLags;
import io.couplet.api.PublicViews;
import io.couplet.contract.Catalogue;
import io.couplet.contract.wire.SchemaRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Everything with which streams-app is operated: the HTTP endpoints {@code /metrics}, {@code /health}, {@code /status},
 * {@code /set-aside}, {@code /audit} and {@code /dead-letters}, the views behind them and the measuring of lag. Trouble with
 * broker or registry does not stop it.
 */
public final class Operations implements AutoCloseable {

    private static final Duration BROKER_LIMIT = Duration.ofSeconds(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    /** What is to be closed, the last one first. */
    private final Deque<Runnable> closing = new ArrayDeque<>();

    private int port;

    private Operations() {}

    /**
     * Starts serving. To be called before the streams are started, so that a port in use is found before anything is
     * processed.
     *
     * @param streams created, not started; not closed here
     * @param metrics what {@code /metrics} tells; the figures of the JVM, the streams, the views and the lag are added
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static Operations start(
            OperationsSettings settings,
            KafkaStreams streams,
            Catalogue catalogue,
            SchemaRegistry registry,
            PrometheusMeterRegistry metrics) {
        Operations operations = new Operations();
        try {
            operations.measure(streams, metrics);
            operations.serve(settings, streams, catalogue, registry, metrics);
            return operations;
        } catch (RuntimeException e) {
            operations.close();
            throw e;
        }
    }

    private void measure(KafkaStreams streams, PrometheusMeterRegistry metrics) {
        metrics.config().meterFilter(new StreamsMeters());
        JvmGauges jvm = new JvmGauges();
        closing.push(jvm::close);
        jvm.bindTo(metrics);
        KafkaStreamsMetrics streamsMetrics = new KafkaStreamsMetrics(streams);
        closing.push(streamsMetrics::close);
        streamsMetrics.bindTo(metrics);
    }

    private void serve(
            OperationsSettings settings,
            KafkaStreams streams,
            Catalogue catalogue,
            SchemaRegistry registry,
            PrometheusMeterRegistry metrics) {
        OpsClients clients = new OpsClients(settings.bootstrap());
        Admin admin = clients.admin();
        closing.push(() -> admin.close(CLOSE_LIMIT));
        OffsetLags offsets = new OffsetLags(admin, settings.prefix(), BROKER_LIMIT);
        PublicViews views = PublicViews.start(clients.consumer(), catalogue, registry, settings.mappings());
        closing.push(views::close);
        new ViewGauges(views, settings.mappings(), Clock.systemUTC()).bindTo(metrics);
        StatusPage status = new StatusPage(() -> streams.state().name(), views, offsets, metrics, settings.groups());
        OpsServer server = OpsServer.start(settings.port(), status, views, metrics, new StreamsHealth(streams::state));
        closing.push(server::close);
        port = server.port();
        closing.push(LagMonitor.start(offsets, metrics)::close);
    }

    /** The port on which it serves. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
