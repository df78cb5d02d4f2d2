package io.couplet.formersimulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.directory.AliasState;
import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.directory.RecordRules;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.pair.PairRules;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Two model systems, the topics between them, and the tasks that work on them. */
final class World {
    static final int PARTITIONS = 3;
    private static final Map<Side, String> ACCOUNTS =
            Map.of(Side.ERP, ModelSystem.ACCOUNT, Side.CRM, ModelSystem.ACCOUNT);

    record ToDirectory(Output.ToDirectory message) {}

    record Marker(Side side, int partition) {}

    record Sentinel(Side side) {}

    final Random random;
    final Map<Side, ModelSystem> systems = new EnumMap<>(Side.class);
    final List<Task> tasks = new ArrayList<>();
    final List<DirectoryTask> directories = new ArrayList<>();
    final List<PairTask> pairs = new ArrayList<>();
    final List<Output.Audited> audit = new ArrayList<>();
    final Map<Side, Log<Command>> commands = new EnumMap<>(Side.class);
    private final Map<Side, Integer> answered = new EnumMap<>(Side.class);
    private final Map<Side, List<Log<Object>>> changes = new EnumMap<>(Side.class);
    private final List<Log<Object>> directoryInputs = logs("directory-inputs");
    private final List<Log<Object>> pairInputs = logs("pair-inputs");
    private long clock;

    World(Random random) {
        this.random = random;
        boolean ownWritesLeftOut = random.nextBoolean();
        for (Side side : Side.values()) {
            changes.put(side, logs(side.word()));
            commands.put(side, new Log<>(side.word() + ".commands"));
            answered.put(side, 0);
            systems.put(
                    side,
                    new ModelSystem(
                            side,
                            ownWritesLeftOut,
                            captured -> partition(
                                            changes(side), captured.row().ref().text())
                                    .records
                                    .add(captured)));
        }
        for (int p = 0; p < PARTITIONS; p++) {
            directories.add(new DirectoryTask(p));
            pairs.add(new PairTask(p));
        }
        tasks.addAll(directories);
        tasks.addAll(pairs);
    }

    ModelSystem system(Side side) {
        return requireNonNull(systems.get(side));
    }

    Instant now() {
        return Instant.ofEpochMilli(++clock);
    }

    /** Both sides' initial snapshots end here. */
    void endSnapshots() {
        for (Side side : Side.values()) {
            changes(side).forEach(log -> log.records.add(new Sentinel(side)));
        }
    }

    /** Carries out one command of a side; with {@code forget} the applier crashes before it commits its position, so the command comes again. */
    boolean apply(Side side, boolean loseAnswer, boolean forget) {
        List<Command> queue = requireNonNull(commands.get(side)).records;
        int next = requireNonNull(answered.get(side));
        if (next >= queue.size()) {
            return false;
        }
        Command command = queue.get(next);
        PairMessage.Result result = system(side).apply(command, now());
        if (!loseAnswer) {
            partition(pairInputs, command.coupling())
                    .records
                    .add(new Output.ToPair(command.coupling(), command.mapping(), result));
        }
        if (!forget && !loseAnswer) {
            answered.put(side, next + 1);
        }
        return true;
    }

    boolean quiet() {
        return tasks.stream().allMatch(Task::idle)
                && Arrays.stream(Side.values())
                        .allMatch(side -> requireNonNull(answered.get(side))
                                == requireNonNull(commands.get(side)).records.size());
    }

    List<PairState> couplings() {
        List<PairState> all = new ArrayList<>();
        for (PairTask task : pairs) {
            for (String key : task.keys("pair|")) {
                PairState state = task.get(key, PairState.class);
                if (state != null) {
                    all.add(state);
                }
            }
        }
        return all;
    }

    private List<Log<Object>> changes(Side side) {
        return requireNonNull(changes.get(side));
    }

    private static List<Log<Object>> logs(String topic) {
        List<Log<Object>> logs = new ArrayList<>();
        for (int p = 0; p < PARTITIONS; p++) {
            logs.add(new Log<>(topic));
        }
        return logs;
    }

    private static Log<Object> partition(List<Log<Object>> logs, String key) {
        return logs.get(Math.floorMod(key.hashCode(), PARTITIONS));
    }

    private static Mapping mapping(String name) {
        return WorldMappings.all().stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Image image(Mapping mapping, ModelSystem.Captured captured) {
        StoredRow row = captured.row();
        Side side = row.ref().side();
        return new Image(
                row.version(),
                captured.previous(),
                row.createdBy(),
                row.modifiedBy(),
                row.modifiedAt(),
                row.modifiedAt(),
                mapping.end(side).filter().accepts(row::get),
                Fields.of(mapping.fieldNames(side), row::get));
    }

    /** The Directory's step for one partition. */
    final class DirectoryTask extends Task {
        DirectoryTask(int p) {
            super(
                    World.this.random,
                    List.of(changes(Side.ERP).get(p), changes(Side.CRM).get(p), directoryInputs.get(p)));
            this.p = p;
        }

        private final int p;

        @Override
        void process(Log<?> input, int offset, Object record) {
            Outbox out = new Outbox();
            Origin origin = new Origin(input.topic, offset, now());
            if (record instanceof Sentinel sentinel) {
                directoryInputs.forEach(log -> send(log, new Marker(sentinel.side(), p)));
            } else if (record instanceof Marker marker) {
                mark(marker, offset, out);
            } else if (record instanceof ModelSystem.Captured captured) {
                change(captured, origin, out);
            } else if (record instanceof ToDirectory told) {
                told(told.message(), origin, out);
            }
            out.outputs().forEach(this::emit);
        }

        private void change(ModelSystem.Captured captured, Origin origin, Outbox out) {
            RecordRef ref = captured.row().ref();
            for (Mapping mapping : WorldMappings.all()) {
                if (mapping.covers(ref)) {
                    String key = "record|" + mapping.name() + "|" + ref;
                    RecordState before = get(key, RecordState.class);
                    put(
                            key,
                            rules(mapping, ref)
                                    .change(
                                            before == null ? RecordState.UNKNOWN : before,
                                            origin,
                                            image(mapping, captured),
                                            false,
                                            out));
                }
            }
        }

        private void told(Output.ToDirectory told, Origin origin, Outbox out) {
            Mapping mapping = mapping(told.mapping());
            boolean alias = told.key().substring(told.key().lastIndexOf('/')).contains("=");
            if (told.message() instanceof DirectoryMessage.ToMatchKey statement) {
                String key = "match|" + told.mapping() + "|" + told.key();
                Candidates before = get(key, Candidates.class);
                Candidates after = (before == null ? Candidates.NONE : before).receive(statement, origin.offset());
                put(key, after);
                Gate gate = get("gate|" + told.mapping(), Gate.class);
                if (gate != null && gate.isOpenAt(origin.offset())) {
                    after.judge(told.mapping(), told.key(), out);
                }
            } else if (alias && told.message() instanceof DirectoryMessage.ToAlias message) {
                String key = "alias|" + told.mapping() + "|" + told.key();
                AliasState before = get(key, AliasState.class);
                put(
                        key,
                        (before == null ? AliasState.UNKNOWN : before)
                                .receive(told.mapping(), told.key(), message, origin.offset(), out));
            } else if (told.message() instanceof DirectoryMessage.ToRecord message) {
                RecordRef ref = new RecordRef(told.key());
                String key = "record|" + told.mapping() + "|" + ref;
                RecordState before = get(key, RecordState.class);
                put(
                        key,
                        rules(mapping, ref)
                                .receive(before == null ? RecordState.UNKNOWN : before, origin, message, out));
            }
        }

        private void mark(Marker marker, int offset, Outbox out) {
            for (Mapping mapping : WorldMappings.all()) {
                String key = "gate|" + mapping.name();
                Gate before = get(key, Gate.class);
                Gate after = (before == null ? Gate.SHUT : before)
                        .note(
                                new DirectoryMessage.SnapshotMarker(marker.side(), marker.partition()),
                                PARTITIONS,
                                offset);
                put(key, after);
                if (after.isOpenAt(offset)) {
                    String prefix = "match|" + mapping.name() + "|";
                    for (String entry : keys(prefix)) {
                        Candidates candidates = get(entry, Candidates.class);
                        if (candidates != null) {
                            candidates.judge(mapping.name(), entry.substring(prefix.length()), out);
                        }
                    }
                }
            }
        }

        private RecordRules rules(Mapping mapping, RecordRef ref) {
            return new RecordRules(mapping, ref, ModelSystem.ACCOUNT);
        }

        private void emit(Output output) {
            World.this.emit(this, output);
        }
    }

    /** The pair's step for one partition. */
    final class PairTask extends Task {
        private final int p;

        PairTask(int p) {
            super(World.this.random, List.of(pairInputs.get(p)));
            this.p = p;
        }

        @Override
        void process(Log<?> input, int offset, Object record) {
            Outbox out = new Outbox();
            if (record instanceof Output.ToCache cached) {
                answer(cached.answer());
            } else if (record instanceof Output.ToPair told) {
                String key = "pair|" + told.coupling();
                PairState before = get(key, PairState.class);
                put(
                        key,
                        new PairRules(mapping(told.mapping()), ACCOUNTS)
                                .receive(
                                        before == null ? PairState.unknown(told.coupling()) : before,
                                        new Origin(input.topic, offset, now()),
                                        told.message(),
                                        new Shared(this::lookup, false),
                                        out));
            }
            out.outputs().forEach(this::emit);
        }

        private @Nullable Answer lookup(String mapping, String about) {
            return get("answer|" + mapping + "|" + about, Answer.class);
        }

        private void answer(Answer answer) {
            String name = answer.mapping() + "|" + answer.about();
            Answer known = get("answer|" + name, Answer.class);
            if (known == null || answer.version() >= known.version()) {
                put("answer|" + name, answer);
            }
            for (String waiter : keys("waiter|" + name + "|")) {
                String coupling = waiter.substring(waiter.lastIndexOf('|') + 1);
                String mapping = requireNonNull(get(waiter, String.class));
                send(
                        partition(pairInputs, coupling),
                        new Output.ToPair(coupling, mapping, new PairMessage.Wake(answer.about())));
            }
        }

        private void emit(Output output) {
            if (output instanceof Output.WaitFor wait) {
                String name = wait.mapping() + "|" + wait.about();
                boolean first = keys("waiter|" + name + "|").isEmpty() && get("answer|" + name, Answer.class) == null;
                put("waiter|" + name + "|" + wait.coupling(), "customer-account");
                if (first || wait.again()) {
                    send(
                            partition(directoryInputs, wait.about()),
                            new ToDirectory(new Output.ToDirectory(
                                    wait.about(), wait.mapping(), new DirectoryMessage.Subscribe(p))));
                }
            } else if (output instanceof Output.StopWaiting stop) {
                remove("waiter|" + stop.mapping() + "|" + stop.about() + "|" + stop.coupling());
            } else {
                World.this.emit(this, output);
            }
        }
    }

    private void emit(Task task, Output output) {
        if (output instanceof Output.ToPair told) {
            task.send(partition(pairInputs, told.coupling()), told);
        } else if (output instanceof Output.ToDirectory told) {
            task.send(partition(directoryInputs, told.key()), new ToDirectory(told));
        } else if (output instanceof Output.ToCache cached) {
            task.send(pairInputs.get(cached.partition()), cached);
        } else if (output instanceof Output.Send send) {
            Side side = send.command().target().side();
            task.send(requireNonNull(commands.get(side)), send.command());
        } else if (output instanceof Output.Audited audited) {
            audit.add(audited);
        }
    }
}
