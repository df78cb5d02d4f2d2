package io.couplet.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The Kafka broker: one node that is its own controller, in a JVM of its own. */
final class Broker {
    private static final int NODE = 1;
    private static final String ADDRESS = "127.0.0.1";
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final DataDirectory data;
    private final Ports ports;
    private final List<Detour> detours;
    private final Admin admin;

    /**
     * @param admin a client of this broker, to ask whether it is ready
     */
    Broker(StackOptions options, Admin admin) {
        this.data = options.data();
        this.ports = options.ports();
        this.detours = options.detours();
        this.admin = admin;
    }

    /** Formats the storage, if it is new, writes the settings and tells how to start the broker. */
    ChildSpec prepare() {
        Path storage = data.of(Component.BROKER);
        format(storage);
        Path settings = data.config("broker.properties");
        DataDirectory.store(settings, settings(storage), "Written at each start of the stack");
        return new ChildSpec(
                Component.BROKER,
                new JavaCommand("384m", data)
                        .compiledOnce()
                        .with(
                                "-Dlogback.configurationFile=couplet-local-child-logback.xml",
                                // Two of its classes ask log4j directly; without this they complain at each start.
                                "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider")
                        .main(System.getProperty("java.class.path"), "kafka.Kafka", settings.toString()),
                data.root(),
                JavaCommand.ENVIRONMENT,
                () -> {},
                this::answers);
    }

    private void format(Path storage) {
        if (Files.exists(storage.resolve("meta.properties"))) {
            return;
        }
        // Half a formatted directory is refused by the formatter as well as by the broker.
        Trees.delete(storage);
        try {
            Files.createDirectories(storage);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(storage.toString())
                    .setMetadataLogDirectory(storage.toString())
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new StackException(Exit.FAILURE, "the broker's storage cannot be formatted: " + e.getMessage(), e);
        }
    }

    private Properties settings(Path storage) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@" + ADDRESS + ":" + ports.controller(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "log.dirs",
                storage.toString(),
                "auto.create.topics.enable",
                "false",
                // Long enough that a stack that was down over a weekend finds its groups' offsets again.
                "offsets.retention.minutes",
                "43200"));
        settings.putAll(listeners());
        settings.putAll(singleNode());
        settings.putAll(quickAfterKill());
        settings.putAll(small());
        return settings;
    }

    private Map<String, String> listeners() {
        List<String> listens = new ArrayList<>(List.of(listener(CONTROLLER_LISTENER, ports.controller())));
        List<String> announced = new ArrayList<>();
        List<String> protocols = new ArrayList<>(List.of(CONTROLLER_LISTENER + ":PLAINTEXT"));
        Stream<Detour> direct = Stream.of(new Detour("PLAINTEXT", ports.broker(), ports.broker()));
        Stream.concat(direct, detours.stream()).forEach(way -> {
            listens.add(listener(way.name(), way.listens()));
            announced.add(listener(way.name(), way.announced()));
            protocols.add(way.name() + ":PLAINTEXT");
        });
        return Map.of(
                "listeners", String.join(",", listens),
                "advertised.listeners", String.join(",", announced),
                "listener.security.protocol.map", String.join(",", protocols));
    }

    private static String listener(String name, int port) {
        return name + "://" + ADDRESS + ":" + port;
    }

    private static Map<String, String> singleNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    /** A killed broker or client is noticed in a second or two instead of tens of seconds. */
    private static Map<String, String> quickAfterKill() {
        return Map.of(
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500",
                "group.min.session.timeout.ms", "1000",
                "group.consumer.min.session.timeout.ms", "1000",
                "group.consumer.min.heartbeat.interval.ms", "300",
                "controlled.shutdown.enable", "false");
    }

    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.num.partitions", "3",
                "share.coordinator.state.topic.num.partitions", "1",
                "log.cleaner.dedupe.buffer.size", "16777216",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "group.coordinator.threads", "1",
                "share.coordinator.threads", "1");
    }

    private boolean answers() throws Exception {
        return admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).size() == 1;
    }
}
