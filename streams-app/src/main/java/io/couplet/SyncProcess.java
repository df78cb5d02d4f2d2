package io.couplet;

import io.couplet.config.SyncConfig;
import io.couplet.contract.Catalogue;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.domain.mapping.Mapping;
import io.couplet.failure.DeadLetters;
import io.couplet.failure.ThreadFailures;
import io.couplet.mappings.CheckedMappings;
import io.couplet.ops.Operations;
import io.couplet.ops.OperationsSettings;
import io.couplet.processor.PipelineMetrics;
import io.couplet.processor.Setup;
import io.couplet.topology.StreamsClients;
import io.couplet.topology.StreamsSettings;
import io.couplet.topology.SyncTopology;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.LoadedMappings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running process: the streams and what they are operated with. */
final class SyncProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncProcess.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final ThreadFailures failures = new ThreadFailures();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final KafkaStreams streams;
    private final Operations operations;

    private SyncProcess(KafkaStreams streams, Operations operations) {
        this.streams = streams;
        this.operations = operations;
    }

    /** Starts everything; throws {@link io.javalin.util.JavalinBindException} where the port is taken. */
    static SyncProcess start(SyncConfig config, Catalogue topics, SchemaRegistry registry, CheckedMappings checked) {
        List<Mapping> mappings = checked.mappings();
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        PipelineMetrics metrics = new PipelineMetrics(meters, Clock.systemUTC());
        Setup setup = new Setup(
                new LoadedMappings(mappings),
                new LoadedAggregates(checked.aggregates()),
                config.integrationAccounts(),
                config.topics().prefix(),
                config.topics().partitions(),
                config.state().dissolvedFor(),
                metrics);
        Topology topology = SyncTopology.of(topics, registry, setup);
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(config, topics, new DeadLetters(topics, registry, metrics)));
        KafkaStreams streams = new KafkaStreams(
                topology,
                settings,
                new StreamsClients(topics, setup, config.processing().guarantee()));
        Operations operations = Operations.start(
                new OperationsSettings(
                        config.http().port(),
                        config.kafka().bootstrap(),
                        config.topics().prefix(),
                        mappings.stream().map(Mapping::name).toList()),
                streams,
                topics,
                registry,
                meters);
        SyncProcess process = new SyncProcess(streams, operations);
        process.begin();
        return process;
    }

    private void begin() {
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener((now, before) -> {
            LOG.atInfo().addKeyValue("state", now).addKeyValue("before", before).log("Streams");
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                ended.countDown();
            }
        });
        streams.start();
        LOG.atInfo().addKeyValue("port", operations.port()).log("Serving");
    }

    /** Waits until it has ended; the bug that ended it, or null where it was told to end. */
    @Nullable
    Throwable await() throws InterruptedException {
        ended.await();
        return failures.bug();
    }

    @Override
    public void close() {
        operations.close();
        streams.close(CLOSE_LIMIT);
    }
}
