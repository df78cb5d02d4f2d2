package io.couplet.topology;

import io.couplet.config.HttpConfig;
import io.couplet.config.KafkaConfig;
import io.couplet.config.ProcessingConfig;
import io.couplet.config.ProcessingConfig.Guarantee;
import io.couplet.config.RegistryConfig;
import io.couplet.config.StateConfig;
import io.couplet.config.SyncConfig;
import io.couplet.config.TopicsConfig;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.PairInput;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.domain.model.Side;
import io.couplet.failure.DeadLetters;
import io.couplet.harness.HttpRegistry;
import io.couplet.harness.LocalBroker;
import io.couplet.mappings.MappingFiles;
import io.couplet.processor.PipelineMetrics;
import io.couplet.processor.Setup;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.LoadedMappings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** The topology on a real broker, with two systems in memory beside it that carry out by themselves what they are asked. Safe for any thread. */
public final class LiveTopology implements AutoCloseable {
    private static final int PARTITIONS = 3;
    private static final Duration POLL = Duration.ofMillis(50);

    private final LocalBroker broker = LocalBroker.get();
    private final InMemoryRegistry schemas = new InMemoryRegistry();
    private final HttpRegistry registry = HttpRegistry.of(schemas);
    private final String prefix;
    private final Catalogue topics;
    private final Producer<String, byte[]> producer;
    private final Map<String, AvroEncoder<GenericRecord>> changes = new HashMap<>();
    private final AvroEncoder<PairInput> results;
    private final AvroDecoder<Command> commands;
    private final FakeSystem erp = new FakeSystem(Side.ERP, Pipes.ENTITIES, this::captured);
    private final FakeSystem crm = new FakeSystem(Side.CRM, Pipes.ENTITIES, this::captured);
    private final FakeApplier toErp = new FakeApplier(erp, Pipes.ACCOUNT);
    private final FakeApplier toCrm = new FakeApplier(crm, Pipes.ACCOUNT);
    private final KafkaStreams streams;
    private final Thread appliers = new Thread(this::carryOut, "appliers");
    private volatile boolean closing;
    private volatile @Nullable Throwable fault;

    /**
     * Starts everything.
     *
     * @param prefix of the topics; one that no other test uses
     * @param state where the stores may be kept
     * @param mappings a directory of mapping files
     */
    public LiveTopology(String prefix, Path state, Path mappings) {
        this.prefix = prefix;
        topics = new Catalogue(prefix, Pipes.ENTITIES);
        new SchemaRegistration(schemas).register(topics);
        broker.create(topics);
        producer = broker.producer();
        topics.changes().forEach((entity, topic) -> changes.put(entity, AvroEncoder.generic(schemas, topic)));
        results = AvroEncoder.specific(schemas, topics.pairInputs());
        commands = AvroDecoder.specific(schemas, Command.class);
        streams = streams(
                new LoadedMappings(new MappingFiles(Pipes.ENTITIES, List.of("CRONUS")).directory(mappings)), state);
        streams.start();
        appliers.start();
    }

    private KafkaStreams streams(LoadedMappings mappings, Path state) {
        PipelineMetrics metrics = new PipelineMetrics(new SimpleMeterRegistry(), Clock.systemUTC());
        Setup setup =
                new Setup(mappings, LoadedAggregates.NONE, Pipes.ACCOUNTS, prefix, PARTITIONS, Pipes.LIFETIME, metrics);
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(config(state), topics, new DeadLetters(topics, schemas, metrics)));
        return new KafkaStreams(
                SyncTopology.of(topics, schemas, setup),
                settings,
                new StreamsClients(topics, setup, Guarantee.AT_LEAST_ONCE));
    }

    private SyncConfig config(Path state) {
        return new SyncConfig(
                new KafkaConfig(broker.bootstrap(), Duration.ofSeconds(6)),
                new RegistryConfig(registry.url()),
                new TopicsConfig(prefix, PARTITIONS),
                new HttpConfig(0),
                new StateConfig(state, Pipes.LIFETIME),
                new ProcessingConfig(Guarantee.AT_LEAST_ONCE, 1, Duration.ofMillis(100), "1"),
                null,
                List.of("CRONUS"),
                Pipes.ACCOUNTS);
    }

    /** Where the broker listens. */
    public String bootstrap() {
        return broker.bootstrap();
    }

    /** Where the schemas can be looked up. */
    public String registry() {
        return registry.url();
    }

    // ---- what people do in the systems
    // ---------------------------------------------------------------------------------

    /** Inserts a row; returns its reference. */
    public synchronized String insert(Side side, String entity, String user, Map<String, Object> fields) {
        return system(side).insert(entity, user, fields);
    }

    /** Changes a row. */
    public synchronized void update(String ref, String user, Map<String, Object> fields) {
        system(ref).update(ref, user, fields);
    }

    /** Deletes a row. */
    public synchronized void delete(String ref) {
        system(ref).delete(ref);
    }

    /** What a field of a row holds; null if it is blank. */
    public synchronized @Nullable Object get(String ref, String field) {
        return system(ref).get(ref, field);
    }

    /** All rows of an entity. */
    public synchronized List<String> all(Side side, String entity) {
        return system(side).all(entity);
    }

    /** All writes to a reference that holds this text are refused from now on. */
    public synchronized void refuse(String part) {
        toErp.refuse(part);
        toCrm.refuse(part);
    }

    /** Nothing is refused any more. */
    public synchronized void acceptAll() {
        toErp.acceptAll();
        toCrm.acceptAll();
    }

    private FakeSystem system(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    private FakeSystem system(String ref) {
        return ref.startsWith("erp/") ? erp : crm;
    }

    // ---- what the connectors do
    // ----------------------------------------------------------------------------------------

    private void captured(String entity, Change change, Writer by) {
        GenericRecord value = change.toRecord(topics.changes(entity).valueSchema());
        byte[] bytes = Objects.requireNonNull(changes.get(entity)).encode(value);
        send(topics.changes(entity).name(), change.ref(), bytes);
    }

    private void send(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private void carryOut() {
        try (Consumer<String, byte[]> consumer = consumer()) {
            while (!closing) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    apply(commands.decode(record.value()));
                }
            }
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    private synchronized void apply(Command command) {
        boolean erpTarget = command.getTarget().startsWith("erp/");
        CommandResult result = (erpTarget ? toErp : toCrm).apply(command);
        send(
                topics.pairInputs().name(),
                command.getCoupling(),
                results.encode(new PairInput(command.getMapping(), result)));
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (var side : io.couplet.contract.Side.values()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                all.add(new TopicPartition(topics.commands(side).name(), partition));
            }
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    /** Ends everything; throws what the appliers could not do. */
    @Override
    public void close() {
        closing = true;
        awaitAppliers();
        streams.close(Duration.ofSeconds(10));
        producer.close();
        registry.close();
        Throwable cause = fault;
        if (cause != null) {
            throw new AssertionError("the appliers failed", cause);
        }
    }

    private void awaitAppliers() {
        try {
            appliers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
