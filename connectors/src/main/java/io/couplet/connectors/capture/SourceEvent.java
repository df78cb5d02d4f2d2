package io.couplet.connectors.capture;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A change as the capture engine delivers it.
 *
 * @param value the engine's own envelope: before, after, op and source
 * @param source where and when it was committed
 */
record SourceEvent(Struct value, Struct source) {

    private static final long MICROS_PER_MILLI = 1_000L;

    /** The change in a record, or null where the record is a heartbeat or the like. */
    static @Nullable SourceEvent of(SourceRecord record) {
        if (!(record.value() instanceof Struct value)
                || record.valueSchema().field("op") == null
                || record.valueSchema().field("source") == null) {
            return null;
        }
        return new SourceEvent(value, value.getStruct("source"));
    }

    String table() {
        return source.getString("table");
    }

    String schema() {
        return source.getString("schema");
    }

    /** One letter: r read, c created, u updated, d deleted; others are of no concern here. */
    String op() {
        return value.getString("op");
    }

    @Nullable
    Struct before() {
        return value.schema().field("before") == null ? null : value.getStruct("before");
    }

    @Nullable
    Struct after() {
        return value.schema().field("after") == null ? null : value.getStruct("after");
    }

    /** The schema that before and after share: the same object as long as the table's columns stay the same. */
    Schema rowSchema() {
        return value.schema().field("after").schema();
    }

    /** Where the source's log stands for this change. */
    long position() {
        Long lsn = source.getInt64("lsn");
        return lsn == null ? 0L : lsn;
    }

    /** When the source committed it, in microseconds since the epoch. */
    long committedAt() {
        Long micros = source.schema().field("ts_us") == null ? null : source.getInt64("ts_us");
        return micros == null ? source.getInt64("ts_ms") * MICROS_PER_MILLI : micros;
    }
}
