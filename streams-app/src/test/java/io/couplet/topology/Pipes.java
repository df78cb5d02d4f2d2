package io.couplet.topology;

import io.couplet.config.HttpConfig;
import io.couplet.config.KafkaConfig;
import io.couplet.config.ProcessingConfig;
import io.couplet.config.RegistryConfig;
import io.couplet.config.StateConfig;
import io.couplet.config.SyncConfig;
import io.couplet.config.TopicsConfig;
import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.Command;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Ownership;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroCodec;
import io.couplet.contract.wire.AvroSerdes;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.domain.model.Side;
import io.couplet.failure.DeadLetters;
import io.couplet.mappings.MappingFiles;
import io.couplet.processor.PipelineMetrics;
import io.couplet.processor.Setup;
import io.couplet.processor.StepObserver;
import io.couplet.processor.StoreNames;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The running topology with the shipped mappings: where things go in, and where they come out. */
final class Pipes implements AutoCloseable {
    static final String ACCOUNT = "couplet";
    static final Map<Side, String> ACCOUNTS = Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT);
    static final EntityCatalogue ENTITIES = EntityCatalogue.shipped();
    static final Catalogue TOPICS = new Catalogue("couplet", ENTITIES);
    static final LoadedMappings MAPPINGS =
            new LoadedMappings(new MappingFiles(ENTITIES, List.of("CRONUS")).catalogue());
    static final Duration LIFETIME = Duration.ofDays(90);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final TestOutputTopic<String, Command> toErp;
    final TestOutputTopic<String, Command> toCrm;
    final TestOutputTopic<String, DeadLetter> deadLetters;
    final TestOutputTopic<String, SetAside> setAside;
    final TestOutputTopic<String, Coupling> couplings;
    final TestOutputTopic<String, Ownership> ownership;
    final TestOutputTopic<String, Audit> audit;

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, GenericRecord>> changes = new HashMap<>();
    private final TestInputTopic<String, PairInput> pairInputs;
    private final TestInputTopic<String, Control> control;
    private Instant now = START;

    /**
     * A topology with the shipped mappings that knows nothing.
     *
     * @param metrics where dead letters are counted
     * @param observer who is told what the steps do
     */
    Pipes(PipelineMetrics metrics, StepObserver observer) {
        this(MAPPINGS, metrics, observer);
    }

    /** The same with other mappings. */
    Pipes(LoadedMappings mappings, PipelineMetrics metrics, StepObserver observer) {
        new SchemaRegistration(registry).register(TOPICS);
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(config(), TOPICS, new DeadLetters(TOPICS, registry, metrics)));
        Setup setup = new Setup(mappings, ACCOUNTS, "couplet", 1, LIFETIME, observer);
        driver = new TopologyTestDriver(SyncTopology.of(TOPICS, registry, setup), settings, START);
        TOPICS.changes().forEach((entity, topic) -> changes.put(entity, input(topic, generic(topic))));
        pairInputs = input(TOPICS.pairInputs(), specific(TOPICS.pairInputs(), PairInput.class));
        control = input(TOPICS.control(), specific(TOPICS.control(), Control.class));
        toErp = output(TOPICS.commands(io.couplet.contract.Side.ERP), Command.class);
        toCrm = output(TOPICS.commands(io.couplet.contract.Side.CRM), Command.class);
        deadLetters = output(TOPICS.deadLetters(), DeadLetter.class);
        setAside = output(TOPICS.setAside(), SetAside.class);
        couplings = output(TOPICS.couplings(), Coupling.class);
        ownership = output(TOPICS.ownership(), Ownership.class);
        audit = output(TOPICS.audit(), Audit.class);
        // Long after its start, so that what is read was not read before.
        advance(Duration.ofMinutes(1));
    }

    static SyncConfig config() {
        return new SyncConfig(
                new KafkaConfig("localhost:1", Duration.ofSeconds(6)),
                new RegistryConfig("http://localhost:1"),
                new TopicsConfig("couplet", 1),
                new HttpConfig(0),
                new StateConfig(directory(), LIFETIME),
                new ProcessingConfig(ProcessingConfig.Guarantee.AT_LEAST_ONCE, 1, Duration.ofMillis(200), "1"),
                null,
                null,
                List.of("CRONUS"),
                ACCOUNTS);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("couplet-topology");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what goes in
    // --------------------------------------------------------------------------------------------------

    void change(String entity, Change change) {
        changes(entity)
                .pipeInput(change.ref(), change.toRecord(TOPICS.changes(entity).valueSchema()), now);
    }

    /** The end of the snapshot of an entity. */
    static Change snapshotEnd(String entity) {
        String key = entity + "/snapshot-end/0";
        return new Change(ChangeOp.SNAPSHOT_END, key, 0, 0, null, null, null, null, START, START, null);
    }

    void pairInput(String key, PairInput input) {
        pairInputs.pipeInput(key, input, now);
    }

    void control(Control request) {
        control.pipeInput(request.getTarget(), request, now);
    }

    void poison(TopicSpec topic, String key, byte @Nullable [] bytes) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes, now);
    }

    /** What a step keeps. */
    KeyValueStore<String, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Time passes. */
    void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** Whether anything is known of a coupling. */
    boolean knows(String coupling) {
        return driver.getKeyValueStore(StoreNames.PAIRS).get(coupling) != null;
    }

    private TestInputTopic<String, GenericRecord> changes(String entity) {
        TestInputTopic<String, GenericRecord> topic = changes.get(entity);
        if (topic == null) {
            throw new AssertionError("no topic for " + entity);
        }
        return topic;
    }

    private AvroCodec<GenericRecord> generic(TopicSpec topic) {
        return AvroCodec.generic(registry, topic);
    }

    private <T extends SpecificRecord> AvroCodec<T> specific(TopicSpec topic, Class<T> type) {
        return AvroCodec.specific(registry, topic, type);
    }

    private <T> TestInputTopic<String, T> input(TopicSpec topic, AvroCodec<T> codec) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), AvroSerdes.serializer(codec.encoder()));
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(TopicSpec topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                AvroSerdes.deserializer(specific(topic, type).decoder()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
