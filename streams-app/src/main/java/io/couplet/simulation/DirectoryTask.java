package io.couplet.simulation;

import io.couplet.domain.directory.AliasState;
import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.directory.RecordRules;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.domain.message.DirectoryMessage.ToAlias;
import io.couplet.domain.message.DirectoryMessage.ToMatchKey;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The Directory in one partition. */
final class DirectoryTask extends Task {
    private static final String GATE = "";

    private final int partition;
    private final List<Desk> desks = new ArrayList<>();
    private final Map<String, RecordRef> refs = new HashMap<>();

    /** What is known under one mapping. */
    private final class Desk {
        final Mapping mapping;
        final Store<RecordState> records = store("record");
        final Store<Candidates> candidates = store("match key");
        final Store<AliasState> aliases = store("alias");
        final Store<Gate> gates = store("gate");

        Desk(Mapping mapping) {
            this.mapping = mapping;
        }
    }

    DirectoryTask(int partition, boolean transactional, Medium medium, Rulebook rules, Ledger ledger) {
        super("directory-" + partition, inputs(partition, medium.topics), transactional, medium, rules, ledger);
        this.partition = partition;
        rules.mappings().forEach(mapping -> desks.add(new Desk(mapping)));
    }

    private static List<Log> inputs(int partition, Topics topics) {
        List<Log> inputs = new ArrayList<>(topics.changes(partition));
        inputs.add(topics.directoryInputs.partition(partition));
        inputs.add(topics.control.partition(partition));
        return inputs;
    }

    /** Shows what is known of each record under a mapping. */
    void forEachRecord(int mapping, BiConsumer<String, RecordState> reader) {
        desks.get(mapping).records.forEach(reader);
    }

    @Override
    void process(Log input, int offset, Object record) {
        Origin origin = origin(input, offset);
        if (record instanceof Captured captured) {
            for (int number : rules.about(captured.table())) {
                change(desks.get(number), captured, origin);
            }
        } else if (record instanceof Output.ToDirectory told) {
            tell(desks.get(rules.number(told.mapping())), told.key(), told.message(), origin);
        } else if (record instanceof Output.ToPair request) {
            emit(request);
        } else if (record instanceof SnapshotEnd end) {
            endSnapshot(end);
        }
    }

    private void change(Desk desk, Captured captured, Origin origin) {
        RecordRef ref = captured.row().ref();
        RecordState before = desk.records.get(ref.text(), RecordState.UNKNOWN);
        Outbox out = new Outbox();
        RecordState after = rules(desk, ref).change(before, origin, captured.image(desk.mapping), captured.read(), out);
        keep(desk, ref, after, out);
    }

    private void tell(Desk desk, String key, DirectoryMessage message, Origin origin) {
        if (message instanceof SnapshotMarker marker) {
            note(desk, marker, origin);
        } else if (message instanceof ToMatchKey statement) {
            state(desk, key, statement, origin);
        } else if (message instanceof ToAlias named && key.indexOf('=') >= 0) {
            AliasState before = desk.aliases.get(key, AliasState.UNKNOWN);
            Outbox out = new Outbox();
            desk.aliases.put(key, before.receive(desk.mapping.name(), key, named, origin.offset(), rules.guards, out));
            sendAll(out);
        } else if (message instanceof ToRecord told) {
            RecordRef ref = refs.computeIfAbsent(key, RecordRef::new);
            RecordState before = desk.records.get(key, RecordState.UNKNOWN);
            Outbox out = new Outbox();
            keep(desk, ref, rules(desk, ref).receive(before, origin, told, out), out);
        }
    }

    private void keep(Desk desk, RecordRef ref, RecordState after, Outbox out) {
        desk.records.put(ref.text(), after);
        for (Output output : out.outputs()) {
            if (output instanceof Output.Publish) {
                send(medium.topics.ownership.of(ref.text()), new PublishedRecord(desk.mapping, ref, after));
            } else {
                emit(output);
            }
        }
    }

    private RecordRules rules(Desk desk, RecordRef ref) {
        return new RecordRules(desk.mapping, rules.sharing(desk.mapping, ref), ref, ModelSystem.ACCOUNT, rules.guards);
    }

    // ---- matching --------------------------------------------------------------------------------------------------

    private void state(Desk desk, String matchKey, ToMatchKey statement, Origin origin) {
        Candidates before = desk.candidates.get(matchKey, Candidates.NONE);
        Candidates after = before.receive(statement, origin.offset());
        desk.candidates.put(matchKey, after);
        if (desk.gates.get(GATE, Gate.SHUT).isOpenAt(origin.offset(), rules.guards)) {
            judge(desk, matchKey, after);
        }
    }

    private void judge(Desk desk, String matchKey, Candidates candidates) {
        Outbox out = new Outbox();
        candidates.judge(desk.mapping.name(), matchKey, out);
        sendAll(out);
    }

    /** Every partition must know that this one has registered all candidates of the snapshot. */
    private void endSnapshot(SnapshotEnd end) {
        SnapshotMarker marker = new SnapshotMarker(end.table().side, partition);
        for (int number : rules.about(end.table())) {
            String mapping = desks.get(number).mapping.name();
            for (Log log : medium.topics.directoryInputs.partitions()) {
                send(log, new Output.ToDirectory(GATE, mapping, marker));
            }
        }
    }

    private void note(Desk desk, SnapshotMarker marker, Origin origin) {
        Gate gate = desk.gates.get(GATE, Gate.SHUT).note(marker, medium.topics.partitions, origin.offset());
        desk.gates.put(GATE, gate);
        if (gate.isOpenAt(origin.offset(), rules.guards)) {
            desk.candidates.forEach((matchKey, candidates) -> judge(desk, matchKey, candidates));
        }
    }
}
