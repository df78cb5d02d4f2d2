package io.couplet.wire;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mappings that this process works with. Immutable; safe for any thread. */
public final class LoadedMappings {
    private final List<Mapping> all;
    private final Map<String, Mapping> byName = new HashMap<>();
    private final Map<String, List<Mapping>> byEntity = new HashMap<>();

    /** Takes mappings whose names differ. */
    public LoadedMappings(Collection<Mapping> mappings) {
        all = List.copyOf(mappings);
        for (Mapping mapping : all) {
            byName.put(mapping.name(), mapping);
            for (Side side : Side.values()) {
                byEntity.computeIfAbsent(mapping.end(side).entity(), entity -> new ArrayList<>())
                        .add(mapping);
            }
        }
    }

    /** Every mapping. */
    public List<Mapping> all() {
        return all;
    }

    /**
     * The mapping of that name.
     *
     * @throws UnknownMapping if it is not loaded
     */
    public Mapping get(String name) {
        @Nullable Mapping mapping = byName.get(name);
        if (mapping == null) {
            throw new UnknownMapping(name);
        }
        return mapping;
    }

    /** The mappings in which an entity ({@code erp/customer}) takes part. */
    public List<Mapping> of(String entity) {
        return byEntity.getOrDefault(entity, List.of());
    }

    /** The names of the other mappings whose business this record is. */
    public List<String> sharing(Mapping mapping, RecordRef ref) {
        return of(ref.entity()).size() == 1
                ? List.of()
                : covering(ref).stream()
                        .map(Mapping::name)
                        .filter(name -> !name.equals(mapping.name()))
                        .toList();
    }

    /** The mappings whose business this record is. */
    public List<Mapping> covering(RecordRef ref) {
        List<Mapping> covering = new ArrayList<>(1);
        for (Mapping mapping : of(ref.entity())) {
            if (mapping.covers(ref)) {
                covering.add(mapping);
            }
        }
        return covering;
    }
}
