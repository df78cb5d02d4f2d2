package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.LoadedMappings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what runs with what was rebuilt, by digest; where they differ, state by state. For one thread. */
public final class Comparison {
    private static final int MOST = 5;

    private final LoadedMappings mappings;
    private final Tables scratch;

    /** Of states of these mappings; needs a table where they differ. */
    public Comparison(LoadedMappings mappings, Tables scratch) {
        this.mappings = mappings;
        this.scratch = scratch;
    }

    /**
     * Every mapping, by name.
     *
     * @param made the digests of what was rebuilt
     */
    public List<ComparedMapping> of(Generation live, Generation rebuilt, List<MappingDigest> made) {
        List<MappingDigest> running = digests(live);
        Set<StateName> differing = running.equals(made) ? Set.of() : differing(live, rebuilt);
        List<ComparedMapping> compared = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            String mapping = running.get(i).mapping();
            Set<StateName> here = differing.stream()
                    .filter(name -> name.mapping().equals(mapping))
                    .collect(Collectors.toCollection(TreeSet::new));
            compared.add(new ComparedMapping(running.get(i), made.get(i), here.size(), inWords(here, live, rebuilt)));
        }
        return compared;
    }

    /** The digests of one generation, by mapping. */
    public List<MappingDigest> digests(Generation generation) {
        StateDigests digests = new StateDigests(mappings.all());
        generation.into(digests);
        return digests.all();
    }

    private Set<StateName> differing(Generation live, Generation rebuilt) {
        Table unseen = scratch.table();
        live.into(new Entries(
                (mapping, kind, key, bytes) -> unseen.put(new StateName(mapping, kind, key).text(), bytes)));
        Set<StateName> differing = new TreeSet<>();
        rebuilt.into(new Entries((mapping, kind, key, bytes) -> {
            StateName name = new StateName(mapping, kind, key);
            byte[] running = unseen.get(name.text());
            if (running == null || !Arrays.equals(running, bytes)) {
                differing.add(name);
            }
            unseen.put(name.text(), null);
        }));
        unseen.forEach((text, bytes) -> differing.add(StateName.of(text)));
        return differing;
    }

    private static List<String> inWords(Set<StateName> differing, Generation live, Generation rebuilt) {
        if (differing.isEmpty()) {
            return List.of();
        }
        Set<StateName> first = differing.stream().limit(MOST).collect(Collectors.toSet());
        StateTable running = new StateTable();
        live.into(new Chosen(first, running));
        StateTable made = new StateTable();
        rebuilt.into(new Chosen(first, made));
        return running.differences(made);
    }

    /** Passes some states on. */
    private record Chosen(Set<StateName> names, States to) implements States {
        @Override
        public void pair(Mapping mapping, PairState state) {
            if (names.contains(new StateName(mapping.name(), Kind.COUPLING, state.id()))) {
                to.pair(mapping, state);
            }
        }

        @Override
        public void record(Mapping mapping, RecordRef ref, RecordState state) {
            if (names.contains(new StateName(mapping.name(), Kind.RECORD, ref.text()))) {
                to.record(mapping, ref, state);
            }
        }
    }
}
