package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.pair.PairState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The digest of each mapping's state. For one thread. */
public final class StateDigests implements States {
    private final Map<String, StateDigest> digests = new TreeMap<>();
    private final Entries entries = new Entries(this::add);

    /** Of mappings of whose states none was seen yet; others are left out. */
    public StateDigests(Collection<Mapping> mappings) {
        mappings.forEach(mapping -> digests.put(mapping.name(), new StateDigest()));
    }

    private void add(String mapping, Kind kind, String key, byte[] bytes) {
        StateDigest digest = digests.get(mapping);
        if (digest != null) {
            digest.add(kind, key, bytes);
        }
    }

    @Override
    public void pair(Mapping mapping, PairState state) {
        entries.pair(mapping, state);
    }

    @Override
    public void record(Mapping mapping, RecordRef ref, RecordState state) {
        entries.record(mapping, ref, state);
    }

    /** What they come to so far, by the mappings' names. */
    public List<MappingDigest> all() {
        return digests.entrySet().stream()
                .map(digest -> digest.getValue().of(digest.getKey()))
                .toList();
    }
}
