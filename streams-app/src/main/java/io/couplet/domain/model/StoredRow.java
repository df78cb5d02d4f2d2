package io.couplet.domain.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as the target stores it after a command: all bound fields, not only those of a mapping.
 *
 * @param ref which row
 * @param version its version
 * @param createdBy who created the row, null where unknown
 * @param modifiedBy who wrote this version, null where unknown
 * @param modifiedAt when, by the system's own stamp
 * @param fields the values by field name; a missing one is blank
 */
public record StoredRow(
        RecordRef ref,
        Version version,
        @Nullable String createdBy,
        @Nullable String modifiedBy,
        Instant modifiedAt,
        Map<String, Value> fields) {

    /** Copies the map. */
    public StoredRow {
        fields = Map.copyOf(fields);
    }

    /** The value of a field, blank where the row has none. */
    public Value get(String field) {
        return fields.getOrDefault(field, Value.BLANK);
    }
}
