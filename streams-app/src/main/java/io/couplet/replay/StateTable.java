package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.pair.PairState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All states that must survive a replay, in memory and in words, to see where two pipelines differ. For one thread. */
public final class StateTable implements States {
    private final SortedMap<String, SortedMap<String, String>> states = new TreeMap<>();

    @Override
    public void pair(Mapping mapping, PairState state) {
        put(mapping, Kind.COUPLING, state.id(), StateText.pair(mapping, state));
    }

    @Override
    public void record(Mapping mapping, RecordRef ref, RecordState state) {
        put(mapping, Kind.RECORD, ref.text(), StateText.record(mapping, state));
    }

    private void put(Mapping mapping, Kind kind, String key, SortedMap<String, String> text) {
        if (!text.isEmpty()) {
            states.put(mapping.name() + " " + kind.word() + " " + key, text);
        }
    }

    /** One line for each part of a state that is not the same in {@code other}. */
    public List<String> differences(StateTable other) {
        List<String> lines = new ArrayList<>();
        SortedSet<String> keys = new TreeSet<>(states.keySet());
        keys.addAll(other.states.keySet());
        for (String key : keys) {
            StateText.differences(
                            states.getOrDefault(key, new TreeMap<>()), other.states.getOrDefault(key, new TreeMap<>()))
                    .forEach(line -> lines.add(key + ": " + line));
        }
        return lines;
    }
}
