package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.PairInput;
import io.couplet.contract.TopicSpec;
import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.processor.PipelineMetrics;
import io.couplet.recording.Circumstances;
import io.couplet.recording.Transcript;
import io.couplet.wire.LoadedAggregates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.Stores;

/** Two systems and the topology between them, with slow ways from one to the other: everything moves one by one, in any order. */
final class SlowWorld implements AutoCloseable {
    private static final int REPEATED = 15;
    private static final int REMEMBERED = 12;
    private static final int UNCOMMITTED = 4;
    private static final String UNREADABLE = "read";

    final FakeSystem erp = new FakeSystem(Side.ERP, Pipes.ENTITIES, this::stored);
    final FakeSystem crm = new FakeSystem(Side.CRM, Pipes.ENTITIES, this::stored);
    final Transcript transcript = new Transcript(Pipes.MAPPINGS);

    private final Random random;
    private final Habits habits;
    private final Consumer<Object> story;
    private final Lanes lanes;
    private final FakeApplier toErp = new FakeApplier(erp, Pipes.ACCOUNT);
    private final FakeApplier toCrm = new FakeApplier(crm, Pipes.ACCOUNT);
    private final List<Command> sent = new ArrayList<>();
    private final Transitions transitions = new Transitions();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final PipelineMetrics metrics =
            new PipelineMetrics(new SimpleMeterRegistry(), Clock.fixed(Pipes.START, ZoneOffset.UTC));
    private final Replaying replaying = new Replaying(this::pipes, Pipes.MAPPINGS);
    private Pipes pipes;
    private Commit committed;
    private boolean capturing;
    private boolean repeated;
    private boolean starting;

    /**
     * A world without rows, in which nothing is captured yet.
     *
     * @param story is told what happens
     */
    SlowWorld(Random random, Habits habits, Consumer<Object> story) {
        this.random = random;
        this.habits = habits;
        this.story = story;
        this.lanes = new Lanes(random);
        this.pipes = pipes(Pipes.START);
        this.committed = Commit.of(pipes);
    }

    private Pipes pipes() {
        return pipes;
    }

    /** Nothing is added up: AggregateHistoryTest judges sums after crashes; here a restart would show them again at other offsets. */
    private Pipes pipes(Instant now) {
        return new Pipes(
                Pipes.MAPPINGS,
                LoadedAggregates.NONE,
                metrics,
                new Listener(metrics, this::became),
                Stores::inMemoryKeyValueStore,
                now);
    }

    FakeSystem system(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    private FakeSystem system(String entity) {
        return entity.startsWith("erp") ? erp : crm;
    }

    // ---- what happens
    // --------------------------------------------------------------------------------------------------

    /** The rows that are there now are read by the first snapshot, what comes later is captured as it comes. */
    void beginCapture() {
        // In a fixed order: the seed says everything.
        new TreeSet<>(Pipes.TOPICS.changes().keySet()).forEach(entity -> {
            FakeSystem system = system(entity);
            system.all(entity.substring(4)).forEach(ref -> send(entity, system.read(ref)));
            send(entity, Pipes.snapshotEnd(entity));
        });
        capturing = true;
    }

    /** A later snapshot reads a row that is there. */
    void read(FakeSystem system, String ref) {
        send(system.rules.entity(ref).entity(), system.read(ref));
    }

    /** An operator asks for something. */
    void ask(Control request) {
        lanes.add("control", () -> {
            story.accept(request);
            transcript.control(request);
            pipes.control(request);
            collect();
        });
    }

    /** Something that is on its way arrives; false where nothing is. */
    boolean move() {
        pipes.advance(Duration.ofMillis(random.nextInt(400)));
        if (lanes.moveOne()) {
            return true;
        }
        // What is not committed is seen by nobody.
        commit();
        return lanes.moveOne();
    }

    /** An applier that was believed dead carries out a command that it took long ago. */
    void carryOutLate() {
        if (habits.repeats() && !sent.isEmpty()) {
            repeated = true;
            int back = random.nextInt(Math.min(sent.size(), REMEMBERED));
            carryOut(sent.get(sent.size() - 1 - back), random.nextBoolean());
        }
    }

    /** The topology is stopped, in the midst of a transaction if it has any, and started again. */
    void restart() {
        if (habits.repeats()) {
            story.accept("restart");
            repeated = true;
            starting = true;
            Pipes next = pipes(pipes.now());
            Commit left = habits.transactional() ? committed : Commit.behind(pipes, random);
            Restart restart = new Restart(pipes, next, left, random);
            restart.catchUp();
            next.forget();
            takeLetters();
            pipes.close();
            pipes = next;
            committed = Commit.of(pipes);
            starting = false;
            restart.readAgain();
            collect();
        }
    }

    /** Bytes that nobody can read. */
    void poison() {
        List<TopicSpec> topics = Pipes.sources();
        pipes.poison(topics.get(random.nextInt(topics.size())), "poison", "poison".getBytes(StandardCharsets.UTF_8));
        collect();
    }

    /** An administrator changes what a system refuses. */
    void switchLenience() {
        (random.nextBoolean() ? toErp : toCrm).switchLenience();
    }

    // ---- ways
    // ----------------------------------------------------------------------------------------------------------

    private void stored(String entity, Change change, Writer by) {
        story.accept(by + " writes " + change);
        boolean leftOut = habits.ownWritesLeftOut() && by.command() != null;
        if (capturing && !leftOut) {
            send(entity, change);
        }
    }

    private void send(String entity, Change change) {
        lanes.add(entity, () -> arrive(entity, change));
    }

    private void arrive(String entity, Change change) {
        if (habits.coalesces() && system(entity).isOutdated(change)) {
            return;
        }
        Change shown = habits.told(change);
        story.accept("captured " + shown.op() + " " + shown.ref() + " " + shown.rowVersion());
        transitions.captured(shown);
        transcript.change(shown);
        replaying.captured(entity, shown);
        pipes.change(entity, shown);
        collect();
        if (again()) {
            send(entity, change);
        }
    }

    private void carryOut(Command command, boolean answers) {
        CommandResult result = (command.getTarget().startsWith("erp") ? toErp : toCrm).apply(command);
        if (answers) {
            PairInput input = new PairInput(command.getMapping(), result);
            lanes.add("answers for " + command.getCoupling(), () -> answer(command.getCoupling(), input));
        }
    }

    private void answer(String coupling, PairInput input) {
        story.accept(input);
        transcript.pairInput(input);
        pipes.pairInput(coupling, input);
        collect();
        if (again()) {
            lanes.add("answers for " + coupling, () -> answer(coupling, input));
        }
    }

    private void became(Counted transition) {
        if (!starting) {
            story.accept(transition);
            transitions.add(transition);
        }
    }

    private boolean again() {
        boolean again = habits.repeats() && random.nextInt(REPEATED) == 0;
        repeated |= again;
        return again;
    }

    /** Takes what the topology has said, as soon as anybody can read it. */
    private void collect() {
        if (!habits.transactional() || random.nextInt(UNCOMMITTED) == 0) {
            commit();
        }
    }

    private void commit() {
        if (habits.transactional()) {
            committed = Commit.of(pipes);
        }
        take(pipes.toErp);
        take(pipes.toCrm);
        for (Coupling coupling : replaying.news()) {
            story.accept(coupling);
            transcript.coupling(coupling);
        }
        replaying.owners().forEach(transcript::ownership);
        pipes.audit.readValuesToList().forEach(transcript::audit);
    }

    private void takeLetters() {
        for (DeadLetter letter : pipes.deadLetters.readValuesToList()) {
            if (!letter.getStage().equals(UNREADABLE)) {
                deadLetters.add(letter);
            }
        }
    }

    private void take(TestOutputTopic<String, Command> commands) {
        for (Command command : commands.readValuesToList()) {
            story.accept(command);
            sent.add(command);
            transcript.command(command);
            String lane = "commands to " + command.getTarget().substring(0, 3) + " for " + command.getCoupling();
            lanes.add(lane, () -> carryOut(command, true));
        }
    }

    // ---- how it ends
    // ----------------------------------------------------------------------------------------------------

    /** Inputs that could be read and still went to the dead letters. */
    List<DeadLetter> deadLetters() {
        takeLetters();
        return deadLetters;
    }

    Recording recording(boolean silent) {
        Map<Side, List<Recording.Stored>> rows = Map.of(Side.ERP, erp.journal(), Side.CRM, crm.journal());
        SortedMap<String, Digests> digests = silent ? replaying.digests() : new TreeMap<>();
        return transcript.recording(
                new Circumstances(Pipes.ACCOUNTS, rows, silent, repeated, digests, 0), transitions.all());
    }

    @Override
    public void close() {
        pipes.close();
    }
}
