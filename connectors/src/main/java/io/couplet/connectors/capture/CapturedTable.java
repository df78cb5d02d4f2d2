package io.couplet.connectors.capture;

import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.row.BadValueException;
import io.couplet.connectors.row.FieldKind;
import io.couplet.connectors.row.RowShape;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.TopicSpec;
import java.time.Instant;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Makes changes of one table's events. Used by its system's handler alone. */
final class CapturedTable {

    private final RowShape shape;
    private final TopicSpec topic;
    private @Nullable Schema compiledFor;
    private @Nullable ConnectRows rows;

    CapturedTable(BoundTable table, TopicSpec topic) {
        this.shape = RowShape.of(table);
        this.topic = topic;
    }

    BoundTable table() {
        return shape.table();
    }

    TopicSpec topic() {
        return topic;
    }

    /**
     * The change that an event reports.
     *
     * @throws BadValueException if the row is not what its entity says
     */
    Change change(SourceEvent event, Instant capturedAt) {
        ConnectRows reader = reader(event.rowSchema());
        return switch (event.op()) {
            case "r" -> present(ChangeOp.READ, reader, event, capturedAt);
            case "c" -> present(ChangeOp.CREATED, reader, event, capturedAt);
            case "u" -> present(ChangeOp.UPDATED, reader, event, capturedAt);
            case "d" -> deleted(reader, event, capturedAt);
            default -> throw new BadValueException("an event of the kind " + event.op() + " is not known");
        };
    }

    private ConnectRows reader(Schema rowSchema) {
        ConnectRows current = rows;
        // The engine keeps one schema object per version of the table, so that identity tells whether it has changed.
        if (current == null || compiledFor != rowSchema) {
            current = ConnectRows.compile(shape, rowSchema);
            rows = current;
            compiledFor = rowSchema;
        }
        return current;
    }

    private Change present(ChangeOp op, ConnectRows reader, SourceEvent event, Instant capturedAt) {
        @Nullable Object[] row = reader.read(image(event.after()));
        Struct before = op == ChangeOp.UPDATED ? event.before() : null;
        Long previous = before == null ? null : shape.version(reader.read(before));
        Long modifiedAt = shape.modifiedAt(row);
        return new Change(
                op,
                shape.ref(row),
                event.position(),
                shape.version(row),
                previous,
                shape.createdBy(row),
                shape.modifiedBy(row),
                modifiedAt == null ? null : FieldKind.instant(modifiedAt),
                FieldKind.instant(event.committedAt()),
                capturedAt,
                shape.record(row));
    }

    private Change deleted(ConnectRows reader, SourceEvent event, Instant capturedAt) {
        @Nullable Object[] row = reader.read(image(event.before()));
        return new Change(
                ChangeOp.DELETED,
                shape.ref(row),
                event.position(),
                shape.version(row),
                null,
                shape.createdBy(row),
                // Who removed a row is not in the row.
                null,
                null,
                FieldKind.instant(event.committedAt()),
                capturedAt,
                null);
    }

    private static Struct image(@Nullable Struct image) {
        if (image == null) {
            throw new BadValueException("the event carries no row; is the table's replica identity FULL?");
        }
        return image;
    }
}
