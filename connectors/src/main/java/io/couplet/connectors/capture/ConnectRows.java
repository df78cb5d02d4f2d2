package io.couplet.connectors.capture;

import io.couplet.connectors.row.BadValueException;
import io.couplet.connectors.row.FieldKind;
import io.couplet.connectors.row.RowShape;
import io.couplet.connectors.row.ShapeColumn;
import io.debezium.data.VariableScaleDecimal;
import io.debezium.time.MicroTimestamp;
import io.debezium.time.NanoTimestamp;
import io.debezium.time.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as the capture engine delivers them. Compiled for one version of a table's columns, since looking fields up
 * by name for each row would cost more than the rest. Immutable.
 */
final class ConnectRows {

    private static final long MICROS_PER_MILLI = 1_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private final ShapeColumn[] columns;
    private final @Nullable Field[] sources;
    private final Function<Object, @Nullable Object>[] readers;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ConnectRows(List<ShapeColumn> columns, @Nullable Field[] sources) {
        this.columns = columns.toArray(new ShapeColumn[0]);
        this.sources = sources;
        this.readers = new Function[sources.length];
        for (int i = 0; i < sources.length; i++) {
            Field source = sources[i];
            readers[i] = source == null ? any -> null : reader(this.columns[i].kind(), source.schema());
        }
    }

    static ConnectRows compile(RowShape shape, Schema rowSchema) {
        List<ShapeColumn> columns = shape.columns();
        @Nullable Field[] sources = new Field[columns.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = rowSchema.field(columns.get(i).name());
        }
        return new ConnectRows(columns, sources);
    }

    private static Function<Object, @Nullable Object> reader(FieldKind kind, Schema source) {
        String type = source.name() == null ? "" : source.name();
        return switch (type) {
            case Timestamp.SCHEMA_NAME -> value -> kind.canonical((Long) value * MICROS_PER_MILLI);
            case MicroTimestamp.SCHEMA_NAME -> kind::canonical;
            case NanoTimestamp.SCHEMA_NAME -> value -> kind.canonical((Long) value / NANOS_PER_MICRO);
            case VariableScaleDecimal.LOGICAL_NAME ->
                value -> kind.canonical(VariableScaleDecimal.toLogical((Struct) value)
                        .getDecimalValue()
                        .orElse(null));
            default -> kind::canonical;
        };
    }

    /**
     * Reads a row.
     *
     * @throws BadValueException naming the column whose value does not fit, or that the table has lost
     */
    @Nullable
    Object[] read(Struct row) {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            Field source = sources[i];
            if (source == null) {
                throw new BadValueException("the table has no column " + columns[i].name());
            }
            Object value = row.get(source);
            values[i] = value == null ? null : value(i, value);
        }
        return values;
    }

    private @Nullable Object value(int column, Object value) {
        try {
            return readers[column].apply(value);
        } catch (BadValueException bad) {
            throw new BadValueException("the column " + columns[column].name() + " " + bad.getMessage(), bad);
        }
    }
}
