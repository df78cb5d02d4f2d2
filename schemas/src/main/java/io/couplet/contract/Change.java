package io.couplet.contract;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A change envelope: one version of a record. Its parts mean what the documentation of {@link ChangeSchemas#envelope}
 * says; times have microseconds.
 *
 * @param after the entity's own record; null for DELETED and SNAPSHOT_END
 */
public record Change(
        ChangeOp op,
        String ref,
        long position,
        long rowVersion,
        @Nullable Long previousVersion,
        @Nullable String createdBy,
        @Nullable String modifiedBy,
        @Nullable Instant modifiedAt,
        Instant committedAt,
        Instant capturedAt,
        @Nullable GenericRecord after) {

    /** Reads an envelope as the wire codecs return it. */
    public static Change of(GenericRecord envelope) {
        return new Change(
                ChangeOp.valueOf(envelope.get(ChangeSchemas.OP).toString()),
                (String) envelope.get(ChangeSchemas.REF),
                (Long) envelope.get(ChangeSchemas.POSITION),
                (Long) envelope.get(ChangeSchemas.ROW_VERSION),
                (Long) envelope.get(ChangeSchemas.PREVIOUS_VERSION),
                (String) envelope.get(ChangeSchemas.CREATED_BY),
                (String) envelope.get(ChangeSchemas.MODIFIED_BY),
                (Instant) envelope.get(ChangeSchemas.MODIFIED_AT),
                (Instant) envelope.get(ChangeSchemas.COMMITTED_AT),
                (Instant) envelope.get(ChangeSchemas.CAPTURED_AT),
                (GenericRecord) envelope.get(ChangeSchemas.AFTER));
    }

    /** The record for the wire codecs, of the schema that {@link ChangeSchemas#envelope} composed. */
    public GenericRecord toRecord(Schema envelope) {
        GenericRecord record = new GenericData.Record(envelope);
        Schema ops = envelope.getField(ChangeSchemas.OP).schema();
        record.put(ChangeSchemas.OP, new GenericData.EnumSymbol(ops, op.name()));
        record.put(ChangeSchemas.REF, ref);
        record.put(ChangeSchemas.POSITION, position);
        record.put(ChangeSchemas.ROW_VERSION, rowVersion);
        record.put(ChangeSchemas.PREVIOUS_VERSION, previousVersion);
        record.put(ChangeSchemas.CREATED_BY, createdBy);
        record.put(ChangeSchemas.MODIFIED_BY, modifiedBy);
        record.put(ChangeSchemas.MODIFIED_AT, modifiedAt);
        record.put(ChangeSchemas.COMMITTED_AT, committedAt);
        record.put(ChangeSchemas.CAPTURED_AT, capturedAt);
        record.put(ChangeSchemas.AFTER, after);
        return record;
    }
}
