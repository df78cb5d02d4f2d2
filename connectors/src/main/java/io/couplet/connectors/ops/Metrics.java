package io.couplet.connectors.ops;

import io.couplet.connectors.lifecycle.Lifecycle;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The process's metrics. */
public final class Metrics {

    private Metrics() {}

    /** A registry that has the JVM's figures already; closed with the process. */
    @SuppressWarnings("resource") // Observes collections as long as the process lives.
    public static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    /** Shows whether a connector does what it is for. */
    public static void state(MeterRegistry registry, String system, String connector, Lifecycle lifecycle) {
        Gauge.builder("couplet.connector.healthy", () -> lifecycle.healthy() ? 1 : 0)
                .description("1 while the connector does what it is for")
                .tag("system", system)
                .tag("connector", connector)
                .register(registry);
    }
}
