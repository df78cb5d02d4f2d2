package io.couplet.topology;

import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.domain.model.Side;
import io.couplet.failure.PatientDeserializer;
import io.couplet.processor.DecidePair;
import io.couplet.processor.FindGroup;
import io.couplet.processor.Lane;
import io.couplet.processor.RouteRecord;
import io.couplet.processor.Setup;
import io.couplet.processor.StoreNames;
import io.couplet.processor.SumGroup;
import io.couplet.wire.TopicCodecs;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What flows where. Two steps, each owning its keys outright, and two more that add up:
 *
 * <pre>
 * change topics, control -> route-record -> pair-inputs -> decide-pair -> erp.commands, crm.commands
 *                              ^  |                           |   ^
 *     directory-inputs --------+--+------<--------------------+   +-- results (pair-inputs) from the appliers
 *
 * change topics -> find-group -> sum-inputs -> sum-group -> change topics
 * </pre>
 *
 * <p>Names are a contract of a running system (changelog topics, committed offsets): changing one needs a migration note.
 */
public final class SyncTopology {
    private final Catalogue topics;
    private final TopicCodecs codecs;
    private final Setup setup;
    private final Function<String, KeyValueBytesStoreSupplier> stores;
    private final Topology topology = new Topology();

    private SyncTopology(
            Catalogue topics, TopicCodecs codecs, Setup setup, Function<String, KeyValueBytesStoreSupplier> stores) {
        this.topics = topics;
        this.codecs = codecs;
        this.setup = setup;
        this.stores = stores;
    }

    /** The topology over these topics, whose schemas the registry knows. */
    public static Topology of(Catalogue topics, SchemaRegistry registry, Setup setup) {
        return of(topics, registry, setup, Stores::persistentKeyValueStore);
    }

    /** The same with stores of another kind, by name. */
    static Topology of(
            Catalogue topics,
            SchemaRegistry registry,
            Setup setup,
            Function<String, KeyValueBytesStoreSupplier> stores) {
        TopicCodecs codecs = new TopicCodecs(registry, topics, setup.mappings(), setup.aggregates());
        SyncTopology sync = new SyncTopology(topics, codecs, setup, stores);
        sync.whoDoesTheRecordBelongTo();
        sync.whatTheDirectorySays();
        sync.whatMustEachSideBecome();
        sync.whatThePairSays();
        sync.whatDoEntriesAddUpTo();
        return sync.topology;
    }

    // @formatter:off

    /** Changes, messages and operators meet in one task per partition, which owns the records whose keys fall there. */
    private void whoDoesTheRecordBelongTo() {
        String[] changes =
                topics.changes().values().stream().map(TopicSpec::name).toArray(String[]::new);

        source("read-changes", codecs.changes(), changes);
        source(
                "read-directory-inputs",
                codecs.directoryInputs(),
                topics.directoryInputs().name());
        source("read-control", codecs.control(), topics.control().name());
        topology.addProcessor(
                RouteRecord.STEP,
                () -> new RouteRecord(setup),
                "read-changes",
                "read-directory-inputs",
                "read-control");
        store(StoreNames.RECORDS, RouteRecord.STEP);
        store(StoreNames.CANDIDATES, RouteRecord.STEP);
        store(StoreNames.HOLDERS, RouteRecord.STEP);
        store(StoreNames.GATES, RouteRecord.STEP);
    }

    private void whatTheDirectorySays() {
        toPairs(RouteRecord.STEP);
        toDirectory(RouteRecord.STEP);
        sink(Lane.OWNERSHIP, RouteRecord.STEP, topics.ownership(), codecs.ownership());
        sink(Lane.SET_ASIDE, RouteRecord.STEP, topics.setAside(), codecs.setAside());
        sink(Lane.AUDIT, RouteRecord.STEP, topics.audit(), codecs.audit());
    }

    /** Everything a coupling is told, results of commands included, comes in one order. */
    private void whatMustEachSideBecome() {
        source("read-pair-inputs", codecs.pairInputs(), topics.pairInputs().name());
        topology.addProcessor(DecidePair.STEP, () -> new DecidePair(setup), "read-pair-inputs");
        store(StoreNames.PAIRS, DecidePair.STEP);
        store(StoreNames.ANSWERS, DecidePair.STEP);
        store(StoreNames.WAITERS, DecidePair.STEP);
    }

    private void whatThePairSays() {
        toPairs(DecidePair.STEP);
        toDirectory(DecidePair.STEP);
        sink(Lane.ERP_COMMANDS, DecidePair.STEP, commands(Side.ERP), codecs.commands(Side.ERP));
        sink(Lane.CRM_COMMANDS, DecidePair.STEP, commands(Side.CRM), codecs.commands(Side.CRM));
        sink(Lane.COUPLINGS, DecidePair.STEP, topics.couplings(), codecs.couplings());
        sink(Lane.SET_ASIDE, DecidePair.STEP, topics.setAside(), codecs.setAside());
        sink(Lane.AUDIT, DecidePair.STEP, topics.audit(), codecs.audit());
    }

    /** Entries are found by their own keys and added up by those of their groups; the sums are changes like any others. */
    private void whatDoEntriesAddUpTo() {
        topology.addProcessor(FindGroup.STEP, () -> new FindGroup(setup), "read-changes");
        store(StoreNames.ENTRIES, FindGroup.STEP);
        sink(Lane.SUM_INPUTS, FindGroup.STEP, topics.sumInputs(), codecs.toSums(), Destinations::inSumInputs);

        source("read-sum-inputs", codecs.sumInputs(), topics.sumInputs().name());
        topology.addProcessor(SumGroup.STEP, () -> new SumGroup(setup), "read-sum-inputs");
        store(StoreNames.PORTIONS, SumGroup.STEP);
        store(StoreNames.SUMS, SumGroup.STEP);
        store(StoreNames.ENTRIES_READ, SumGroup.STEP);
        store(StoreNames.DAYS, SumGroup.STEP);
        sink(Lane.SUM_INPUTS, SumGroup.STEP, topics.sumInputs(), codecs.toSums(), Destinations::inSumInputs);
        topology.addSink(
                Lane.SUMS.of(SumGroup.STEP),
                new SumTopics(topics),
                new StringSerializer(),
                codecs.sums(),
                Destinations::inShownSums,
                SumGroup.STEP);
    }

    // @formatter:on

    private void toPairs(String step) {
        sink(Lane.PAIR_INPUTS, step, topics.pairInputs(), codecs.toPair(), Destinations::inPairInputs);
    }

    private void toDirectory(String step) {
        sink(
                Lane.DIRECTORY_INPUTS,
                step,
                topics.directoryInputs(),
                codecs.toDirectory(),
                Destinations::inDirectoryInputs);
    }

    private TopicSpec commands(Side target) {
        return topics.commands(io.couplet.contract.Side.valueOf(target.name()));
    }

    private void source(String name, Deserializer<?> values, String... from) {
        topology.addSource(name, new StringDeserializer(), new PatientDeserializer<>(values), from);
    }

    private <V> void sink(Lane lane, String step, TopicSpec topic, Serializer<V> values) {
        topology.addSink(lane.of(step), topic.name(), new StringSerializer(), values, step);
    }

    private <V> void sink(
            Lane lane, String step, TopicSpec topic, Serializer<V> values, StreamPartitioner<String, V> destination) {
        topology.addSink(lane.of(step), topic.name(), new StringSerializer(), values, destination, step);
    }

    /** Kept on disk and in a changelog topic; not cached by Streams, which would hold outputs back until a commit. */
    private void store(String name, String step) {
        StoreBuilder<KeyValueStore<String, byte[]>> store = Stores.keyValueStoreBuilder(
                        stores.apply(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
        topology.addStateStore(store, step);
    }
}
