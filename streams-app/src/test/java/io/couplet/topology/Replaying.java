package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.processor.StoreNames;
import io.couplet.replay.LiveStates;
import io.couplet.replay.MappingDigest;
import io.couplet.replay.PublishedInMemory;
import io.couplet.replay.Rebuild;
import io.couplet.replay.StateDigests;
import io.couplet.replay.StateTable;
import io.couplet.replay.States;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.LoadedMappings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Keeps what the topics of a topology hold, and rebuilds the topology's state from it. */
final class Replaying {
    private final Supplier<Pipes> pipes;
    private final LoadedMappings mappings;
    private final PublishedInMemory published = new PublishedInMemory();
    private final Map<String, Coupling> couplings = new HashMap<>();
    private final List<Coupling> news = new ArrayList<>();
    private final List<Ownership> owners = new ArrayList<>();

    /**
     * Nothing was published yet.
     *
     * @param pipes the topology that runs now
     */
    Replaying(Supplier<Pipes> pipes, LoadedMappings mappings) {
        this.pipes = pipes;
        this.mappings = mappings;
    }

    /** A record of a change topic. */
    void captured(String entity, Change change) {
        CapturedChange seen = new CapturedChange(entity, change);
        if (!seen.endsSnapshot()) {
            mappings.covering(seen.ref())
                    .forEach(mapping -> published.captured(mapping, seen.ref(), seen.image(mapping)));
        }
    }

    private void drain() {
        for (String entity : Pipes.shownEntities()) {
            pipes.get().shown(entity).forEach(change -> captured(entity, change));
        }
        pipes.get().couplings.readKeyValuesToList().forEach(entry -> {
            published.coupling(entry.key, entry.value);
            if (entry.value == null) {
                couplings.remove(entry.key);
            } else {
                couplings.put(entry.key, entry.value);
                news.add(entry.value);
            }
        });
        pipes.get().ownership.readKeyValuesToList().forEach(entry -> {
            published.ownership(entry.key, entry.value);
            owners.add(entry.value);
        });
    }

    /** The couplings as the public reads them now, by id. */
    Map<String, Coupling> couplings() {
        drain();
        return couplings;
    }

    /** What was published of couplings since the last call. */
    List<Coupling> news() {
        drain();
        List<Coupling> published = List.copyOf(news);
        news.clear();
        return published;
    }

    /** What was published of the Directory's decisions since the last call. */
    List<Ownership> owners() {
        drain();
        List<Ownership> published = List.copyOf(owners);
        owners.clear();
        return published;
    }

    /** Where the rebuilt state is not the live one. */
    List<String> differences() {
        StateTable live = new StateTable();
        live(live);
        StateTable rebuilt = new StateTable();
        rebuilt(rebuilt);
        return live.differences(rebuilt);
    }

    /** The digests of both, by mapping. */
    SortedMap<String, Digests> digests() {
        StateDigests live = new StateDigests(mappings.all());
        live(live);
        StateDigests rebuilt = new StateDigests(mappings.all());
        rebuilt(rebuilt);
        List<String> differences = live.all().equals(rebuilt.all()) ? List.of() : differences();
        SortedMap<String, Digests> digests = new TreeMap<>();
        for (int i = 0; i < live.all().size(); i++) {
            MappingDigest one = live.all().get(i);
            List<String> ofMapping = differences.stream()
                    .filter(line -> line.startsWith(one.mapping() + " "))
                    .toList();
            digests.put(
                    one.mapping(),
                    new Digests(one.digest(), rebuilt.all().get(i).digest(), ofMapping));
        }
        return digests;
    }

    private void live(States states) {
        LiveStates live = new LiveStates(mappings);
        pipes.get().store(StoreNames.PAIRS).all().forEachRemaining(entry -> live.pair(entry.value, states));
        pipes.get()
                .store(StoreNames.RECORDS)
                .all()
                .forEachRemaining(entry -> live.record(entry.key, entry.value, states));
    }

    private void rebuilt(States states) {
        drain();
        new Rebuild(mappings.all(), published).into(states);
    }
}
