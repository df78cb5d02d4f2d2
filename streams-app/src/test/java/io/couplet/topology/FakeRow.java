package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.ChangeSchemas;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Field;
import io.couplet.contract.StoredRow;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One version of a row of a {@link FakeSystem}.
 *
 * @param ref which row
 * @param version the system's number for this version
 * @param createdBy who created the row
 * @param modifiedBy who wrote this version
 * @param modifiedAt when
 * @param fields those that are not blank
 */
record FakeRow(
        String ref, long version, String createdBy, String modifiedBy, Instant modifiedAt, Map<String, Object> fields) {

    /** Copies the map. */
    FakeRow {
        fields = new TreeMap<>(fields);
    }

    /** As capture reports it. */
    Change change(ChangeOp op, long position, @Nullable Long previous, EntitySchema entity) {
        boolean deleted = op == ChangeOp.DELETED;
        GenericRecord after = new GenericData.Record(ChangeSchemas.after(ChangeSchemas.envelope(entity)));
        fields.forEach(after::put);
        return new Change(
                op,
                ref,
                position,
                version,
                previous,
                createdBy,
                deleted ? null : modifiedBy,
                deleted ? null : modifiedAt,
                modifiedAt,
                modifiedAt,
                deleted ? null : after);
    }

    /** As an applier reports it. */
    StoredRow result(boolean deleted) {
        List<Field> values = new ArrayList<>();
        fields.forEach((name, value) -> values.add(new Field(name, FieldRules.contract(value))));
        return new StoredRow(ref, version, deleted, createdBy, modifiedBy, modifiedAt, values);
    }

    /** In the words of the core. */
    io.couplet.domain.model.StoredRow stored(boolean deleted, String by) {
        Map<String, Value> values = new TreeMap<>();
        fields.forEach((name, value) -> values.put(name, FieldRules.value(value)));
        return new io.couplet.domain.model.StoredRow(
                new RecordRef(ref), new Version(version, deleted), createdBy, by, modifiedAt, values);
    }
}
