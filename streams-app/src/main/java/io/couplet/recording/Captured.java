package io.couplet.recording;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.LoadedMappings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every version that was captured of each record, under each mapping whose business it was by then. */
final class Captured {
    private final LoadedMappings mappings;
    private final Map<RecordRef, SortedMap<Version, Set<Seen>>> versions = new TreeMap<>();
    private final Map<RecordRef, Set<String>> concerned = new HashMap<>();

    Captured(LoadedMappings mappings) {
        this.mappings = mappings;
    }

    void add(Change change) {
        if (change.op() != ChangeOp.SNAPSHOT_END) {
            RecordRef ref = new RecordRef(change.ref());
            CapturedChange captured = new CapturedChange(ref.entity(), change);
            Set<String> names = concerned.computeIfAbsent(ref, each -> new HashSet<>());
            for (Mapping mapping : mappings.covering(ref)) {
                if (!captured.ignoredBy(mapping)) {
                    names.add(mapping.name());
                }
            }
            Version version = captured.version();
            versions.computeIfAbsent(ref, each -> new TreeMap<>())
                    .put(
                            version,
                            names.stream()
                                    .map(name -> new Seen(name, ref, version))
                                    .collect(Collectors.toSet()));
        }
    }

    /** Every version. */
    Set<Seen> all() {
        Set<Seen> all = new HashSet<>();
        versions.values().forEach(of -> of.values().forEach(all::addAll));
        return all;
    }

    /** The newest version of each record. */
    Set<Seen> newest() {
        Set<Seen> newest = new HashSet<>();
        versions.values().forEach(of -> newest.addAll(of.getOrDefault(of.lastKey(), Set.of())));
        return newest;
    }
}
