package io.couplet.connectors;

import io.couplet.connectors.apply.Appliers;
import io.couplet.connectors.capture.Captures;
import io.couplet.connectors.config.ConfigException;
import io.couplet.connectors.config.ConfigLoader;
import io.couplet.connectors.config.ConnectorsConfig;
import io.couplet.connectors.kafka.KafkaClients;
import io.couplet.connectors.ops.Metrics;
import io.couplet.connectors.ops.OpsServer;
import io.couplet.connectors.ops.SystemStatus;
import io.couplet.contract.Catalogue;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.RegistryRefused;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.SchemaNotRegistered;
import io.couplet.contract.wire.SchemaRegistry;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process: prepares, starts what is configured, waits for its end, stops in good order. */
public final class ConnectorsApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorsApplication.class);

    private final List<SystemConnector> connectors = new ArrayList<>();
    private volatile ExitCode exit = ExitCode.OK;
    private final CountDownLatch end = new CountDownLatch(1);
    private final OpsServer ops;

    private ConnectorsApplication(ConnectorsConfig config) {
        Preparation prepared = Preparation.of(config);
        Catalogue catalogue = new Catalogue(config.topics().prefix(), prepared.entities());
        SchemaRegistry registry = new ConfluentRegistry(config.registry().url());
        Reachability.check(config.kafka(), catalogue, registry);
        PrometheusMeterRegistry metrics = Metrics.registry();
        KafkaClients kafka = new KafkaClients(config.kafka());
        Clock clock = Clock.systemUTC();
        Captures captures = new Captures(kafka, catalogue, registry, metrics, clock);
        Appliers appliers =
                new Appliers(config.topics().prefix(), kafka, catalogue, registry, metrics, clock, this::bug);
        Map<String, SystemStatus> statuses = new LinkedHashMap<>();
        prepared.systems().forEach((name, system) -> {
            SystemConnector connector = new SystemConnector(system, config.system(name), captures, appliers);
            connectors.add(connector);
            statuses.put(name, connector.status());
        });
        ops = OpsServer.start(config.http().port(), statuses, metrics);
    }

    /**
     * Runs until it is told to stop.
     *
     * @param args the path of the configuration file, alone
     */
    public static void main(String[] args) {
        if (args.length != 1) {
            end(ExitCode.USAGE, "Usage: ConnectorsApplication <configuration file>");
            return;
        }
        try (ConnectorsApplication application = new ConnectorsApplication(ConfigLoader.load(Path.of(args[0])))) {
            application.run();
            if (application.exit != ExitCode.OK) {
                end(application.exit, "The connectors stopped because of a fault of their own; see above");
            }
        } catch (ConfigException wrong) {
            end(ExitCode.CONFIGURATION, wrong.getMessage());
        } catch (SchemaNotRegistered | RegistryRefused wrong) {
            end(ExitCode.CONFIGURATION, wrong.getMessage());
        } catch (RegistryUnreachable | KafkaException down) {
            end(ExitCode.UNREACHABLE, down.getMessage());
        } catch (JavalinBindException taken) {
            end(ExitCode.PORT_TAKEN, "The port for status and metrics (http.port) is taken: " + taken.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws InterruptedException {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWaitFor(main), "shutdown"));
        connectors.forEach(SystemConnector::start);
        LOG.atInfo().addKeyValue("port", ops.port()).log("Connectors are running");
        end.await();
    }

    private void stopAndWaitFor(Thread main) {
        end.countDown();
        try {
            main.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void bug(Throwable bug) {
        LOG.atError().setCause(bug).log("A connector cannot go on; the process ends");
        exit = ExitCode.FAILURE;
        end.countDown();
    }

    private static void end(ExitCode code, @Nullable String message) {
        System.err.println(message);
        // Not System.exit: its hooks wait for the thread that would be calling it.
        Runtime.getRuntime().halt(code.code());
    }

    @Override
    public void close() {
        for (SystemConnector connector : connectors) {
            connector.close();
        }
        ops.close();
        LOG.atInfo().log("Connectors have stopped");
    }
}
