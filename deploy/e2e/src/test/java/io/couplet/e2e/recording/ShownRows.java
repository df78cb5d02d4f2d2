package io.couplet.e2e.recording;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.EntitySchema;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Stored;
import io.couplet.wire.CapturedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Every version of the records that no system holds, as their topic shows them: sums, and documents put together. */
final class ShownRows {
    private ShownRows() {}

    /** Those of one entity; a version that is shown twice counts once. */
    static List<Stored> of(String name, EntitySchema entity, List<Change> changes) {
        List<Stored> stored = new ArrayList<>();
        Map<RecordRef, Version> newest = new HashMap<>();
        for (Change change : changes) {
            if (change.op() == ChangeOp.SNAPSHOT_END) {
                continue;
            }
            CapturedChange shown = new CapturedChange(name, change);
            Version previous = newest.get(shown.ref());
            if (previous == null || shown.version().after(previous)) {
                newest.put(shown.ref(), shown.version());
                stored.add(new Stored(row(entity, shown, change), previous, null, Set.of()));
            }
        }
        return stored;
    }

    private static StoredRow row(EntitySchema entity, CapturedChange shown, Change change) {
        Function<String, Value> values = shown.fields();
        Map<String, Value> fields = new TreeMap<>();
        for (String field : entity.fields().keySet()) {
            Value value = values.apply(field);
            if (!value.isBlank()) {
                fields.put(field, value);
            }
        }
        Instant modifiedAt = Objects.requireNonNullElse(change.modifiedAt(), change.committedAt());
        return new StoredRow(shown.ref(), shown.version(), null, null, modifiedAt, fields);
    }
}
