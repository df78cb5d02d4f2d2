package io.couplet.wire;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** One record of a change topic, before it is known which mappings want to see it. Immutable. */
public final class CapturedChange {
    private final String entity;
    private final Change change;

    /**
     * Takes a change.
     *
     * @param entity the topic's entity, such as {@code erp/customer}
     */
    public CapturedChange(String entity, Change change) {
        this.entity = entity;
        this.change = change;
    }

    /** The record type that the topic is about. */
    public String entity() {
        return entity;
    }

    /** The system that was captured. */
    public Side side() {
        return entity.charAt(0) == 'e' ? Side.ERP : Side.CRM;
    }

    /** Whether this is no record at all but the end of a snapshot in its partition. */
    public boolean endsSnapshot() {
        return change.op() == ChangeOp.SNAPSHOT_END;
    }

    /** Whether a snapshot read it. */
    public boolean read() {
        return change.op() == ChangeOp.READ;
    }

    /** When the source committed it. */
    public Instant committedAt() {
        return change.committedAt();
    }

    /** The record; throws {@link IllegalArgumentException} where the envelope names none. */
    public RecordRef ref() {
        return new RecordRef(change.ref());
    }

    /** Which version of the record it is. */
    public Version version() {
        return new Version(change.rowVersion(), deleted());
    }

    /** Whether the record was deleted. */
    public boolean deleted() {
        return change.op() == ChangeOp.DELETED;
    }

    /** The record's fields by name; all of them are blank where it was deleted. */
    public Function<String, Value> fields() {
        @Nullable GenericRecord after = change.after();
        return after == null ? name -> Value.BLANK : name -> Values.fromAvro(after.get(name));
    }

    /** Whether the record is none of a mapping's business, as far as this version tells. */
    public boolean ignoredBy(Mapping mapping) {
        return mapping.leavesToAnother(ref()) || mapping.end(side()).filter().ignores(fields());
    }

    /** What a mapping sees of it. */
    public Image image(Mapping mapping) {
        Function<String, Value> source = fields();
        boolean deleted = deleted();
        @Nullable Instant modifiedAt = change.modifiedAt();
        return new Image(
                version(),
                change.previousVersion(),
                change.createdBy(),
                change.modifiedBy(),
                modifiedAt == null ? Instant.EPOCH : modifiedAt,
                // A snapshot does not know when the row was committed; when it was read is no start of a delay.
                read() ? Instant.EPOCH : change.committedAt(),
                // What a removed row was is not known any more; the rules for deletes do not ask.
                deleted || mapping.end(side()).filter().accepts(source),
                change.after() == null
                        ? Fields.of(mapping.fieldNames(side()), source)
                        : mapping.fields(side(), source));
    }
}
