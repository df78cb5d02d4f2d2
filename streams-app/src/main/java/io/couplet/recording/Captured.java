package io.couplet.recording;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.wire.LoadedMappings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every version that was captured of each record. */
final class Captured {
    private final LoadedMappings mappings;
    private final Map<RecordRef, SortedSet<Version>> versions = new TreeMap<>();

    Captured(LoadedMappings mappings) {
        this.mappings = mappings;
    }

    void add(Change change) {
        if (change.op() != ChangeOp.SNAPSHOT_END) {
            Version version = new Version(change.rowVersion(), change.op() == ChangeOp.DELETED);
            versions.computeIfAbsent(new RecordRef(change.ref()), ref -> new TreeSet<>())
                    .add(version);
        }
    }

    /** Every version, under each mapping that covers its record. */
    Set<Seen> all() {
        Set<Seen> all = new HashSet<>();
        versions.forEach((ref, of) -> of.forEach(version -> see(ref, version, all)));
        return all;
    }

    /** The newest version of each record. */
    Set<Seen> newest() {
        Set<Seen> newest = new HashSet<>();
        versions.forEach((ref, of) -> see(ref, of.last(), newest));
        return newest;
    }

    private void see(RecordRef ref, Version version, Set<Seen> seen) {
        for (Mapping mapping : mappings.covering(ref)) {
            seen.add(new Seen(mapping.name(), ref, version));
        }
    }
}
