package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.domain.message.DirectoryMessage.ToMatchKey;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.wire.SmallStates;
import io.couplet.wire.StateForm;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the match keys of one partition, and the gates that hold their judgements back. Used by one processor instance. */
final class MatchKeeper {
    private final Setup setup;
    private final KeyValueStore<String, byte[]> store;
    private final CachedStates<Candidates> candidates;
    private final CachedStates<Gate> gates;
    private final Departures departures;
    private final StateForm<Candidates> form = SmallStates.candidates();
    private final StateForm<Gate> gateForm = SmallStates.gates();

    MatchKeeper(
            Setup setup,
            KeyValueStore<String, byte[]> candidates,
            KeyValueStore<String, byte[]> gates,
            Departures departures) {
        this.setup = setup;
        this.store = candidates;
        this.candidates = new CachedStates<>(candidates);
        this.gates = new CachedStates<>(gates);
        this.departures = departures;
    }

    void tell(String mapping, String matchKey, ToMatchKey statement, Origin origin) {
        Candidates before = candidates.get(matchKey, form, Candidates.NONE);
        boolean open = gates.get(mapping, gateForm, Gate.SHUT).isOpenAt(origin.offset());
        Outbox out = new Outbox();
        Candidates after = unlessPoisonous("matching for " + mapping, () -> {
            Candidates told = before.receive(statement, origin.offset());
            if (open) {
                told.judge(mapping, matchKey, out);
            }
            return told;
        });
        if (Step.changed(before, after)) {
            candidates.put(matchKey, after, form);
        }
        out.outputs().forEach(output -> departures.send(output, origin.at()));
    }

    /** Notes that a part of a snapshot is complete; once all are, every match key of the mapping is judged. */
    void note(Mapping mapping, SnapshotMarker marker, Origin origin) {
        Gate gate = gates.get(mapping.name(), gateForm, Gate.SHUT).note(marker, setup.partitions(), origin.offset());
        gates.put(mapping.name(), gate, gateForm);
        if (gate.isOpenAt(origin.offset())) {
            judgeAll(mapping.name(), origin);
        }
    }

    private void judgeAll(String mapping, Origin origin) {
        String prefix = "match/" + mapping + "/";
        try (KeyValueIterator<String, byte[]> all =
                store.prefixScan(prefix, Serdes.String().serializer())) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                Outbox out = new Outbox();
                form.fromBytes(entry.value).judge(mapping, entry.key, out);
                out.outputs().forEach(output -> departures.send(output, origin.at()));
            }
        }
    }
}
