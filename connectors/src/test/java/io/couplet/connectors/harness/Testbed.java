package io.couplet.connectors.harness;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.config.Faults;
import io.couplet.connectors.config.KafkaConfig;
import io.couplet.connectors.config.Secret;
import io.couplet.connectors.config.SystemConfig;
import io.couplet.connectors.kafka.KafkaClients;
import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FileFault;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.binding.BindingFiles;
import io.couplet.contract.binding.SystemBinding;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.contract.wire.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A system of its own within the servers that all tests of the module share: a fresh database, fresh topics under a
 * prefix nobody else uses, a registry that knows them.
 */
public final class Testbed {

    /** How many partitions each topic has. */
    public static final int PARTITIONS = 3;

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private final Broker broker;
    private final Database database;
    private final String url;
    private final String prefix;
    private final Catalogue catalogue;
    private final SchemaRegistry registry = new InMemoryRegistry();

    private Testbed(Broker broker, Database database) throws Exception {
        this.broker = broker;
        this.database = database;
        this.url = database.create("/testbed/erp.sql");
        this.prefix = "test" + PREFIXES.incrementAndGet();
        this.catalogue = new Catalogue(prefix, EntityCatalogue.shipped());
        new SchemaRegistration(registry).register(catalogue);
        createTopics();
    }

    private static final class Shared {
        private static final Broker BROKER;
        private static final Database DATABASE;

        static {
            try {
                BROKER = Broker.start();
                DATABASE = Database.start();
            } catch (Exception failed) {
                throw new ExceptionInInitializerError(failed);
            }
        }
    }

    /** A fresh one over the servers of the module, which are started with the first. */
    public static Testbed fresh() throws Exception {
        return new Testbed(Shared.BROKER, Shared.DATABASE);
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
            List<NewTopic> topics = catalogue.all().stream()
                    .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config()))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    /** The server of the database. */
    public Database database() {
        return database;
    }

    /** JDBC address of the database. */
    public String url() {
        return url;
    }

    /** Broker address. */
    public String bootstrap() {
        return broker.bootstrap();
    }

    /** Client factory. */
    public KafkaClients kafka() {
        return new KafkaClients(new KafkaConfig(
                broker.bootstrap(), KafkaConfig.DEFAULT_SESSION_TIMEOUT, KafkaConfig.DEFAULT_ISOLATION));
    }

    /** What the topics' names begin with. */
    public String prefix() {
        return prefix;
    }

    /** The topics. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The registry, which knows all their schemas. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** How the system is reached; our own writes are captured. */
    public SystemConfig config() {
        return config(null);
    }

    /** How the system is reached, with an origin under which commands are carried out. */
    public SystemConfig config(@Nullable String replicationOrigin) {
        return new SystemConfig(
                url,
                "couplet",
                new Secret("couplet"),
                "couplet_capture",
                new Secret("couplet_capture"),
                replicationOrigin,
                List.of("CRONUS"));
    }

    /** The bound system. */
    public BoundSystem system() {
        Faults faults = new Faults();
        EntityCatalogue entities = EntityCatalogue.shipped();
        List<FileFault> found = new ArrayList<>();
        SystemBinding binding = Objects.requireNonNull(
                BindingFiles.alone(entities, Path.of("src/test/resources/testbed/bindings/erp.yaml"), found)
                        .get("erp"));
        faults.addAll(found.stream().map(FileFault::toString).toList());
        BoundSystem system = BoundSystem.of(binding, List.of("CRONUS"), entities, faults);
        faults.throwIfAny();
        return system;
    }

    /** Runs statements as the person anna. */
    public void anna(String sql) {
        Database.executeAs(url, "anna", sql);
    }

    /** Runs statements as the owner of everything. */
    public void owner(String sql) {
        Database.execute(url, sql);
    }

    /** The first column of the first row. */
    public String ask(String sql) {
        String answer = Database.query(url, sql);
        return answer == null ? "" : answer;
    }

    /** Removes what captures have left in the server, whose slots are shared by all its databases. */
    public void dropSlots() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> "0".equals(ask("SELECT count(*) FROM pg_replication_slots WHERE active")));
        owner("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
    }

    /** Reads a topic from its beginning. */
    public TopicReader read(TopicSpec topic) {
        return new TopicReader(kafka(), registry, topic);
    }
}
