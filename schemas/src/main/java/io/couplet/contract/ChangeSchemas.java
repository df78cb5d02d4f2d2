package io.couplet.contract;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/**
 * The schemas of the change topics. Each wraps the entity's own record, so that a reader needs no second contract; they
 * are composed here because the entities are not known when Couplet is built.
 */
public final class ChangeSchemas {

    static final String OP = "op";
    static final String REF = "ref";
    static final String POSITION = "position";
    static final String ROW_VERSION = "rowVersion";
    static final String PREVIOUS_VERSION = "previousVersion";
    static final String CREATED_BY = "createdBy";
    static final String MODIFIED_BY = "modifiedBy";
    static final String MODIFIED_AT = "modifiedAt";
    static final String COMMITTED_AT = "committedAt";
    static final String CAPTURED_AT = "capturedAt";
    static final String AFTER = "after";

    private ChangeSchemas() {}

    /** The record {@code <Entity>Change} in the entity's namespace. Equal entities give equal schemas. */
    public static Schema envelope(EntitySchema entity) {
        Schema record = entity.schema();
        Schema time = LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
        return SchemaBuilder.record(record.getName() + "Change")
                .namespace(record.getNamespace())
                .doc("One version of a record of " + entity.entity()
                        + ", as captured from the system's log or read by a "
                        + "snapshot. The key of the topic is ref, or the marker's name for SNAPSHOT_END.")
                .fields()
                .name(OP)
                .doc("What happened.")
                .type(op(record.getNamespace()))
                .noDefault()
                .name(REF)
                .doc("The record: erp/<company>/<entity>/<id> or crm/<entity>/<id>; for SNAPSHOT_END the marker's key.")
                .type()
                .stringType()
                .noDefault()
                .name(POSITION)
                .doc("Where the source's log stands; orders the changes of a record, deletes included.")
                .type()
                .longType()
                .noDefault()
                .name(ROW_VERSION)
                .doc("The system's own version of the row, which a conditional write checks; for DELETED that of the "
                        + "removed row.")
                .type()
                .longType()
                .noDefault()
                .name(PREVIOUS_VERSION)
                .doc("The version before this one, where the source shows it.")
                .type(nullable(Schema.create(Schema.Type.LONG)))
                .withDefault(null)
                .name(CREATED_BY)
                .doc("The account that created the row.")
                .type(nullable(Schema.create(Schema.Type.STRING)))
                .withDefault(null)
                .name(MODIFIED_BY)
                .doc("The account that wrote this version.")
                .type(nullable(Schema.create(Schema.Type.STRING)))
                .withDefault(null)
                .name(MODIFIED_AT)
                .doc("When this version was written, by the system's clock.")
                .type(nullable(time))
                .withDefault(null)
                .name(COMMITTED_AT)
                .doc("When the source committed this version; for a snapshot, when it was read.")
                .type(time)
                .noDefault()
                .name(CAPTURED_AT)
                .doc("When Couplet saw it.")
                .type(time)
                .noDefault()
                .name(AFTER)
                .doc("The row as it is now; null for DELETED and SNAPSHOT_END.")
                .type(nullable(record))
                .withDefault(null)
                .endRecord();
    }

    /** The schema of the entity's own record inside an envelope. */
    public static Schema after(Schema envelope) {
        return envelope.getField(AFTER).schema().getTypes().get(1);
    }

    private static Schema op(String namespace) {
        List<String> symbols = Arrays.stream(ChangeOp.values()).map(Enum::name).toList();
        return Schema.createEnum("Op", "What a change reports.", namespace, symbols);
    }

    private static Schema nullable(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }
}
