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
import io.couplet.contract.DirectoryInput;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Ownership;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.SumInput;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroCodec;
import io.couplet.contract.wire.AvroSerdes;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.model.Side;
import io.couplet.failure.DeadLetters;
import io.couplet.mappings.CheckedMappings;
import io.couplet.mappings.MappingFiles;
import io.couplet.processor.PipelineMetrics;
import io.couplet.processor.Setup;
import io.couplet.processor.StepObserver;
import io.couplet.processor.StoreNames;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The running topology: where things go in, and where they come out. */
final class Pipes implements AutoCloseable {
    static final String ACCOUNT = "couplet";
    static final Map<Side, String> ACCOUNTS = Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT);
    static final EntityCatalogue ENTITIES = EntityCatalogue.shipped();
    static final Catalogue TOPICS = new Catalogue("couplet", ENTITIES);
    /** Without a second row of the CRM for each customer, so that histories are about what people edit; sums have tests of their own. */
    private static final CheckedMappings SHIPPED =
            new MappingFiles(ENTITIES, List.of("CRONUS")).checkedCatalogue("customerStatistics: 'off'");

    static final LoadedMappings MAPPINGS = new LoadedMappings(SHIPPED.mappings());
    static final LoadedAggregates AGGREGATES = new LoadedAggregates(SHIPPED.aggregates());
    static final Duration LIFETIME = Duration.ofDays(90);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final TestOutputTopic<String, Command> toErp;
    final TestOutputTopic<String, Command> toCrm;
    final TestOutputTopic<String, DeadLetter> deadLetters;
    final TestOutputTopic<String, SetAside> setAside;
    final TestOutputTopic<String, Coupling> couplings;
    final TestOutputTopic<String, Ownership> ownership;
    final TestOutputTopic<String, Audit> audit;

    final TopologyTestDriver driver;

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Map<String, List<Consumer<Pipes>>> inputs = new TreeMap<>();
    private final Map<String, TestInputTopic<String, GenericRecord>> changes = new HashMap<>();
    private final TestInputTopic<String, PairInput> pairInputs;
    private final TestInputTopic<String, DirectoryInput> directoryInputs;
    private final TestInputTopic<String, SumInput> sumInputs;
    private final TestInputTopic<String, Control> control;
    private Instant now;

    /**
     * A topology that knows nothing.
     *
     * @param mappings the rules in force
     * @param aggregates what is added up
     * @param metrics where dead letters are counted
     * @param observer who is told what the steps do
     * @param stores where states are kept
     * @param now what time it is
     */
    Pipes(
            LoadedMappings mappings,
            LoadedAggregates aggregates,
            PipelineMetrics metrics,
            StepObserver observer,
            Function<String, KeyValueBytesStoreSupplier> stores,
            Instant now) {
        this.now = now;
        new SchemaRegistration(registry).register(TOPICS);
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(config(), TOPICS, new DeadLetters(TOPICS, registry, metrics)));
        // The driver's producer forgets what is sent in a transaction while a record is taken in, as dead letters are.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        Setup setup = new Setup(mappings, aggregates, ACCOUNTS, "couplet", 1, LIFETIME, observer);
        driver = new TopologyTestDriver(SyncTopology.of(TOPICS, registry, setup, stores), settings, now);
        TOPICS.changes().forEach((entity, topic) -> changes.put(entity, input(topic, generic(topic))));
        pairInputs = input(TOPICS.pairInputs(), PairInput.class);
        directoryInputs = input(TOPICS.directoryInputs(), DirectoryInput.class);
        sumInputs = input(TOPICS.sumInputs(), SumInput.class);
        control = input(TOPICS.control(), Control.class);
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
                List.of("CRONUS"),
                ACCOUNTS);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "topology")), "state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what goes in
    // --------------------------------------------------------------------------------------------------

    void change(String entity, Change change) {
        TopicSpec topic = TOPICS.changes(entity);
        Instant at = now;
        arrive(
                topic.name(),
                pipes -> pipes.changes(entity).pipeInput(change.ref(), change.toRecord(topic.valueSchema()), at));
    }

    /** The end of the snapshot of an entity. */
    static Change snapshotEnd(String entity) {
        String key = entity + "/snapshot-end/0";
        return new Change(ChangeOp.SNAPSHOT_END, key, 0, 0, null, null, null, null, START, START, null);
    }

    void pairInput(String key, PairInput input) {
        Instant at = now;
        arrive(TOPICS.pairInputs().name(), pipes -> pipes.pairInputs.pipeInput(key, input, at));
    }

    void sumInput(String key, SumInput input) {
        Instant at = now;
        arrive(TOPICS.sumInputs().name(), pipes -> pipes.sumInputs.pipeInput(key, input, at));
    }

    void directoryInput(String key, DirectoryInput input) {
        Instant at = now;
        arrive(TOPICS.directoryInputs().name(), pipes -> pipes.directoryInputs.pipeInput(key, input, at));
    }

    void control(Control request) {
        Instant at = now;
        arrive(TOPICS.control().name(), pipes -> pipes.control.pipeInput(request.getTarget(), request, at));
    }

    void poison(TopicSpec topic, String key, byte @Nullable [] bytes) {
        Instant at = now;
        arrive(
                topic.name(),
                pipes -> pipes.driver
                        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                        .pipeInput(key, bytes, at));
    }

    /** Something comes from outside. */
    void arrive(String topic, Consumer<Pipes> input) {
        inputs.computeIfAbsent(topic, name -> new ArrayList<>()).add(input);
        input.accept(this);
    }

    /** What has come from outside on a topic, in order. */
    List<Consumer<Pipes>> inputs(String topic) {
        return inputs.getOrDefault(topic, List.of());
    }

    /** From now on it was these that came on a topic. */
    void pretend(String topic, List<Consumer<Pipes>> came) {
        inputs.put(topic, new ArrayList<>(came));
    }

    /** The entities whose records the topology itself shows. */
    static List<String> shownEntities() {
        return AGGREGATES.all().stream().map(Aggregate::entity).toList();
    }

    /** Whether it is the topology itself that shows an entity's records. */
    static boolean isShown(String entity) {
        return shownEntities().contains(entity);
    }

    /** All topics that are read. */
    static List<TopicSpec> sources() {
        List<TopicSpec> sources = new ArrayList<>(new TreeMap<>(TOPICS.changes()).values());
        sources.addAll(List.of(TOPICS.pairInputs(), TOPICS.directoryInputs(), TOPICS.sumInputs(), TOPICS.control()));
        return sources;
    }

    /** The next offset of a topic. */
    int end(String topic) {
        return inputs(topic).size()
                + (int) driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .getQueueSize();
    }

    /** What time it is. */
    Instant now() {
        return now;
    }

    /** Nobody wants to read what was said so far. */
    void forget() {
        List.of(toErp, toCrm, deadLetters, setAside, couplings, ownership, audit)
                .forEach(TestOutputTopic::readRecordsToList);
    }

    /** What the sums of an entity show since it was asked last. */
    List<Change> shown(String entity) {
        TopicSpec topic = TOPICS.changes(entity);
        return driver
                .createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        AvroSerdes.deserializer(generic(topic).decoder()))
                .readValuesToList()
                .stream()
                .map(Change::of)
                .toList();
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

    private <T extends SpecificRecord> TestInputTopic<String, T> input(TopicSpec topic, Class<T> type) {
        return input(topic, specific(topic, type));
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
