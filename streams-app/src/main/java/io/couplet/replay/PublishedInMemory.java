package io.couplet.replay;

import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.RecordRecords;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Topics that fit into memory, fed record by record in their order. For one thread. */
public final class PublishedInMemory implements Published {
    private final Map<String, Coupling> couplings = new TreeMap<>();
    private final Map<String, Ownership> ownership = new TreeMap<>();
    private final Map<String, Image> captured = new TreeMap<>();

    /** A record of {@code couplings}, null where its key was removed. */
    public void coupling(String key, @Nullable Coupling value) {
        put(couplings, key, value);
    }

    /** A record of {@code ownership}, null where its key was removed. */
    public void ownership(String key, @Nullable Ownership value) {
        put(ownership, key, value);
    }

    /** What a mapping sees of a record of a change topic. */
    public void captured(Mapping mapping, RecordRef ref, Image image) {
        captured.merge(
                RecordRecords.key(mapping, ref),
                image,
                (known, other) -> other.version().after(known.version()) ? other : known);
    }

    private static <T> void put(Map<String, T> values, String key, @Nullable T value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public void forEachCoupling(Consumer<Coupling> reader) {
        couplings.values().forEach(reader);
    }

    @Override
    public void forEachOwnership(Consumer<Ownership> reader) {
        ownership.values().forEach(reader);
    }

    @Override
    public @Nullable Ownership ownership(Mapping mapping, RecordRef ref) {
        return ownership.get(RecordRecords.key(mapping, ref));
    }

    @Override
    public @Nullable Image captured(Mapping mapping, RecordRef ref) {
        return captured.get(RecordRecords.key(mapping, ref));
    }
}
