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
import io.couplet.contract.CommandResult;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.EntityCatalogue;
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
import io.couplet.wire.LoadedMappings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole topology with the shipped mappings, and two systems beside it. What people do in the systems reaches the topology at once;
 * what the topology asks of them is carried out by {@link #settle()}.
 */
final class TopologyHarness implements AutoCloseable {
    static final String ACCOUNT = "couplet";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final EntityCatalogue entities = EntityCatalogue.shipped();
    final Catalogue topics = new Catalogue("couplet", entities);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FakeSystem erp = new FakeSystem(Side.ERP, ACCOUNT, entities, this::captured);
    final FakeSystem crm = new FakeSystem(Side.CRM, ACCOUNT, entities, this::captured);
    final List<Command> commands = new ArrayList<>();

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, GenericRecord>> changes = new HashMap<>();
    private final TestInputTopic<String, PairInput> results;
    private final TestInputTopic<String, Control> control;
    private final TestOutputTopic<String, Command> toErp;
    private final TestOutputTopic<String, Command> toCrm;
    private final TestOutputTopic<String, DeadLetter> deadLetters;
    private final TestOutputTopic<String, SetAside> setAside;
    private final TestOutputTopic<String, Coupling> couplings;
    private final TestOutputTopic<String, Audit> audit;

    TopologyHarness() {
        new SchemaRegistration(registry).register(topics);
        PipelineMetrics metrics = new PipelineMetrics(meters, Clock.fixed(START, ZoneOffset.UTC));
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(config(), topics, new DeadLetters(topics, registry, metrics)));
        driver = new TopologyTestDriver(topology(metrics), settings, START);
        topics.changes().forEach((entity, topic) -> changes.put(entity, input(topic, generic(topic))));
        results = input(topics.pairInputs(), specific(topics.pairInputs(), PairInput.class));
        control = input(topics.control(), specific(topics.control(), Control.class));
        toErp = output(topics.commands(io.couplet.contract.Side.ERP), Command.class);
        toCrm = output(topics.commands(io.couplet.contract.Side.CRM), Command.class);
        deadLetters = output(topics.deadLetters(), DeadLetter.class);
        setAside = output(topics.setAside(), SetAside.class);
        couplings = output(topics.couplings(), Coupling.class);
        audit = output(topics.audit(), Audit.class);
    }

    private Topology topology(PipelineMetrics metrics) {
        LoadedMappings mappings = new LoadedMappings(new MappingFiles(entities, List.of("CRONUS")).catalogue());
        Setup setup = new Setup(mappings, Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT), "couplet", 1, metrics);
        return SyncTopology.of(topics, registry, setup);
    }

    static SyncConfig config() {
        return new SyncConfig(
                new KafkaConfig("localhost:1"),
                new RegistryConfig("http://localhost:1"),
                new TopicsConfig("couplet", 1),
                new HttpConfig(0),
                new StateConfig(directory()),
                new ProcessingConfig(ProcessingConfig.Guarantee.AT_LEAST_ONCE, 1, Duration.ofMillis(200), "1"),
                null,
                null,
                List.of("CRONUS"),
                Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT));
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

    /** Both sides' snapshots have ended: match keys may be judged. */
    void snapshotsEnd() {
        topics.changes().forEach((entity, topic) -> {
            String key = entity + "/snapshot-end/0";
            Change end = new Change(ChangeOp.SNAPSHOT_END, key, 0, 0, null, null, null, null, START, START, null);
            input(entity).pipeInput(key, end.toRecord(topic.valueSchema()));
        });
    }

    void poison(TopicSpec topic, String key, byte @Nullable [] bytes) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes);
    }

    void request(Control request) {
        control.pipeInput(request.getTarget(), request);
    }

    void tell(String key, PairInput input) {
        results.pipeInput(key, input);
    }

    private void captured(String entity, Change change) {
        input(entity)
                .pipeInput(change.ref(), change.toRecord(topics.changes(entity).valueSchema()));
    }

    private TestInputTopic<String, GenericRecord> input(String entity) {
        TestInputTopic<String, GenericRecord> topic = changes.get(entity);
        if (topic == null) {
            throw new AssertionError("no topic for " + entity);
        }
        return topic;
    }

    /** Carries out what is asked of both systems, and what follows from it, until nothing is asked any more. */
    int settle() {
        int carriedOut = 0;
        while (!toErp.isEmpty() || !toCrm.isEmpty()) {
            boolean erpFirst = !toErp.isEmpty();
            Command command = erpFirst ? toErp.readValue() : toCrm.readValue();
            commands.add(command);
            CommandResult result = (erpFirst ? erp : crm).apply(command);
            tell(command.getCoupling(), new PairInput(command.getMapping(), result));
            carriedOut++;
            if (carriedOut > 1_000) {
                throw new AssertionError("it does not fall silent; last " + command);
            }
        }
        return carriedOut;
    }

    // ---- what comes out
    // ------------------------------------------------------------------------------------------------

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    /** What is set aside now, by subject. */
    Map<String, SetAside> setAside() {
        Map<String, SetAside> now = new HashMap<>();
        for (TestRecord<String, SetAside> record : setAside.readRecordsToList()) {
            if (record.value() == null) {
                now.remove(record.key());
            } else {
                now.put(record.key(), record.value());
            }
        }
        return now;
    }

    Map<String, Coupling> couplings() {
        Map<String, Coupling> now = new HashMap<>();
        couplings.readKeyValuesToList().forEach(entry -> now.put(entry.key, entry.value));
        return now;
    }

    List<Audit> audit() {
        return audit.readValuesToList();
    }

    double counted(String mapping, Side side, String outcome) {
        return meters
                .find("couplet.changes")
                .tags("mapping", mapping, "side", side.word(), "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
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
