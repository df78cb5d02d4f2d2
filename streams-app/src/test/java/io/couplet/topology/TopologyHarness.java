package io.couplet.topology;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.TopicSpec;
import io.couplet.domain.model.Side;
import io.couplet.processor.PipelineMetrics;
import io.couplet.wire.LoadedMappings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole topology, with the shipped mappings unless others are given, and two systems beside it. What people do in the systems reaches the topology at once;
 * what the topology asks of them is carried out by {@link #settle()}.
 */
final class TopologyHarness implements AutoCloseable {
    static final String ACCOUNT = Pipes.ACCOUNT;

    final Catalogue topics = Pipes.TOPICS;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FakeSystem erp = new FakeSystem(Side.ERP, Pipes.ENTITIES, this::captured);
    final FakeSystem crm = new FakeSystem(Side.CRM, Pipes.ENTITIES, this::captured);
    final List<Command> commands = new ArrayList<>();

    private final FakeApplier toErp = new FakeApplier(erp, ACCOUNT);
    private final FakeApplier toCrm = new FakeApplier(crm, ACCOUNT);
    private final PipelineMetrics metrics = new PipelineMetrics(meters, Clock.fixed(Pipes.START, ZoneOffset.UTC));
    private final Deque<Command> asked = new ArrayDeque<>();
    private Pipes pipes;
    private final Replaying replaying;
    private final Map<String, SetAside> setAside = new HashMap<>();
    private boolean ownWritesCaptured = true;

    TopologyHarness() {
        this(Pipes.MAPPINGS);
    }

    /** The topology with other mappings. */
    TopologyHarness(LoadedMappings mappings) {
        pipes = new Pipes(mappings, Pipes.AGGREGATES, metrics, metrics, Stores::persistentKeyValueStore, Pipes.START);
        replaying = new Replaying(() -> pipes, mappings);
    }

    /** It is stopped, and started again with other mappings from the states that it had; what it asked for is still to be carried out. */
    void restartWith(LoadedMappings mappings) {
        Pipes before = pipes;
        asked.addAll(before.toErp.readValuesToList());
        asked.addAll(before.toCrm.readValuesToList());
        pipes = new Pipes(mappings, Pipes.AGGREGATES, metrics, metrics, Stores::persistentKeyValueStore, before.now());
        Restart restart = new Restart(before, pipes, Commit.of(before), new Random(0));
        restart.catchUp();
        restart.readAgain();
        pipes.forget();
        before.close();
    }

    /** What the sums of an entity show since it was asked last. */
    List<Change> shown(String entity) {
        return pipes.shown(entity);
    }

    /** From now on capture leaves out what Couplet writes. */
    void leaveOwnWritesOut() {
        ownWritesCaptured = false;
    }

    // ---- what goes in
    // --------------------------------------------------------------------------------------------------

    /** Both sides' snapshots have ended: match keys may be judged. */
    void snapshotsEnd() {
        topics.changes().keySet().forEach(entity -> pipes.change(entity, Pipes.snapshotEnd(entity)));
    }

    /** One entity's snapshot has ended. */
    void snapshotEnds(String entity) {
        pipes.change(entity, Pipes.snapshotEnd(entity));
    }

    void poison(TopicSpec topic, String key, byte @Nullable [] bytes) {
        pipes.poison(topic, key, bytes);
    }

    void request(Control request) {
        pipes.control(request);
    }

    void tell(String key, PairInput input) {
        pipes.pairInput(key, input);
    }

    /** All writes to a reference that holds this text are refused from now on. */
    void refuse(String part) {
        toErp.refuse(part);
        toCrm.refuse(part);
    }

    void acceptAll() {
        toErp.acceptAll();
        toCrm.acceptAll();
    }

    private void captured(String entity, Change change, Writer by) {
        if (by.command() == null || ownWritesCaptured) {
            pipes.change(entity, change);
            replaying.captured(entity, change);
        }
    }

    /** Carries out what is asked of both systems, and what follows from it, until nothing is asked any more. */
    int settle() {
        int carriedOut = 0;
        while (!asked.isEmpty() || !pipes.toErp.isEmpty() || !pipes.toCrm.isEmpty()) {
            Command command =
                    asked.isEmpty() ? (pipes.toErp.isEmpty() ? pipes.toCrm : pipes.toErp).readValue() : asked.remove();
            commands.add(command);
            boolean ofErp = command.getTarget().startsWith("erp/");
            CommandResult result = (ofErp ? toErp : toCrm).apply(command);
            tell(command.getCoupling(), new PairInput(command.getMapping(), result));
            carriedOut++;
            if (carriedOut > 1_000) {
                throw new AssertionError("it does not fall silent; last " + command);
            }
        }
        return carriedOut;
    }

    /** Time passes. */
    void advance(Duration time) {
        pipes.advance(time);
    }

    /** Whether anything is known of a coupling. */
    boolean knows(String coupling) {
        return pipes.knows(coupling);
    }

    // ---- what comes out
    // ------------------------------------------------------------------------------------------------

    List<DeadLetter> deadLetters() {
        return pipes.deadLetters.readValuesToList();
    }

    /** What is set aside now, by subject. */
    Map<String, SetAside> setAside() {
        setAsideRecords();
        return Map.copyOf(setAside);
    }

    /** Everything that was said to be set aside, or not any more, since it was last asked for. */
    List<TestRecord<String, SetAside>> setAsideRecords() {
        List<TestRecord<String, SetAside>> records = pipes.setAside.readRecordsToList();
        for (TestRecord<String, SetAside> record : records) {
            if (record.value() == null) {
                setAside.remove(record.key());
            } else {
                setAside.put(record.key(), record.value());
            }
        }
        return records;
    }

    Map<String, Coupling> couplings() {
        return replaying.couplings();
    }

    /** What the topics hold, and what would be rebuilt from it. */
    Replaying replaying() {
        return replaying;
    }

    List<Audit> audit() {
        return pipes.audit.readValuesToList();
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

    @Override
    public void close() {
        pipes.close();
    }
}
