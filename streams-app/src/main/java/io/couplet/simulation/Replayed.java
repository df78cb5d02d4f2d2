package io.couplet.simulation;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.replay.PublishedInMemory;
import io.couplet.replay.Rebuild;
import io.couplet.replay.StateDigests;
import io.couplet.replay.StateTable;
import io.couplet.replay.States;
import io.couplet.wire.RecordRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a replay of a world's topics comes to. It reads the compacted topics of decisions and the change topics, and has nothing to send
 * commands with.
 */
final class Replayed {
    private final World world;
    private final List<Mapping> mappings;
    private final PublishedInMemory published = new PublishedInMemory();

    Replayed(World world) {
        this.world = world;
        this.mappings = world.rules.mappings();
        readDecisions();
        readChanges();
    }

    private void readDecisions() {
        Map<String, PublishedPair> pairs = new HashMap<>();
        world.medium.topics.couplings.forEach(record -> {
            PublishedPair pair = (PublishedPair) record;
            pairs.put(pair.state().id(), pair);
        });
        pairs.forEach((key, pair) -> published.coupling(key, pair.read()));
        Map<String, PublishedRecord> records = new HashMap<>();
        world.medium.topics.ownership.forEach(record -> {
            PublishedRecord decided = (PublishedRecord) record;
            records.put(RecordRecords.key(decided.mapping(), decided.ref()), decided);
        });
        records.forEach((key, decided) -> published.ownership(key, decided.read()));
    }

    private void readChanges() {
        for (Table table : world.rules.tables()) {
            Map<RecordRef, Captured> newest = new HashMap<>();
            world.medium.topics.changes(table).forEach(record -> {
                if (record instanceof Captured captured) {
                    newest.merge(
                            captured.row().ref(),
                            captured,
                            (known, other) ->
                                    other.row().version().after(known.row().version()) ? other : known);
                }
            });
            for (int number : world.rules.about(table)) {
                Mapping mapping = mappings.get(number);
                newest.forEach((ref, captured) -> published.captured(mapping, ref, captured.image(mapping)));
            }
        }
    }

    /** The digests of live and rebuilt states, by mapping. */
    SortedMap<String, Digests> digests() {
        StateDigests live = new StateDigests(mappings);
        live(live);
        StateDigests rebuilt = new StateDigests(mappings);
        rebuilt(rebuilt);
        List<String> differences = live.all().equals(rebuilt.all()) ? List.of() : differences();
        SortedMap<String, Digests> digests = new TreeMap<>();
        for (int i = 0; i < mappings.size(); i++) {
            String mapping = live.all().get(i).mapping();
            digests.put(
                    mapping,
                    new Digests(
                            live.all().get(i).digest(),
                            rebuilt.all().get(i).digest(),
                            differences.stream()
                                    .filter(line -> line.startsWith(mapping + " "))
                                    .toList()));
        }
        return digests;
    }

    private List<String> differences() {
        StateTable live = new StateTable();
        live(live);
        StateTable rebuilt = new StateTable();
        rebuilt(rebuilt);
        return live.differences(rebuilt);
    }

    private void live(States states) {
        world.forEachPair((state, mapping) -> states.pair(mappings.get(mapping), state));
        for (int number = 0; number < mappings.size(); number++) {
            Mapping mapping = mappings.get(number);
            world.forEachRecord(number, (ref, state) -> record(mapping, ref, state, states));
        }
    }

    private static void record(Mapping mapping, String ref, RecordState state, States states) {
        states.record(mapping, new RecordRef(ref), state);
    }

    private void rebuilt(States states) {
        new Rebuild(mappings, published).into(states);
    }
}
