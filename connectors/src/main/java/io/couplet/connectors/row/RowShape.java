package io.couplet.connectors.row;

import io.couplet.connectors.binding.BoundTable;
import io.couplet.contract.binding.EntityBinding;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a table's rows and in which order; computed once per table. A row is an array with one value per
 * column, in the form that {@link FieldKind} describes. Immutable.
 */
public final class RowShape {

    private final BoundTable table;
    private final ShapeColumn[] columns;
    private final int id;
    private final int version;
    private final int createdBy;
    private final int modifiedBy;
    private final int modifiedAt;

    private RowShape(BoundTable table, List<ShapeColumn> columns) {
        this.table = table;
        EntityBinding entity = table.entity();
        this.id = indexOf(columns, entity.id(), FieldKind.TEXT);
        this.version = indexOf(columns, entity.version(), FieldKind.LONG);
        this.createdBy = indexOf(columns, entity.createdBy(), FieldKind.TEXT);
        this.modifiedBy = indexOf(columns, entity.modifiedBy(), FieldKind.TEXT);
        this.modifiedAt = indexOf(columns, entity.modifiedAt(), FieldKind.TIME);
        this.columns = columns.toArray(new ShapeColumn[0]);
    }

    /** The shape of a table's rows. */
    public static RowShape of(BoundTable table) {
        List<ShapeColumn> columns = new ArrayList<>();
        table.entity().columns().forEach((field, column) -> {
            Schema.Field target = table.record().getField(field);
            columns.add(new ShapeColumn(column, FieldKind.of(target.schema()), field, target.pos()));
        });
        return new RowShape(table, columns);
    }

    private static int indexOf(List<ShapeColumn> columns, String name, FieldKind kind) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        columns.add(new ShapeColumn(name, kind, null, -1));
        return columns.size() - 1;
    }

    /** The table. */
    public BoundTable table() {
        return table;
    }

    /** The columns in their order. */
    public List<ShapeColumn> columns() {
        return List.of(columns);
    }

    /** The reference of a row. */
    public String ref(@Nullable Object[] row) {
        return table.refOf((String) required(row, id));
    }

    /** The id of a row. */
    public String id(@Nullable Object[] row) {
        return (String) required(row, id);
    }

    /** The row version. */
    public long version(@Nullable Object[] row) {
        return (Long) required(row, version);
    }

    /** Who inserted the row. */
    public @Nullable String createdBy(@Nullable Object[] row) {
        return (String) row[createdBy];
    }

    /** Who last wrote the row. */
    public @Nullable String modifiedBy(@Nullable Object[] row) {
        return (String) row[modifiedBy];
    }

    /** When the row was last written, in microseconds since the epoch. */
    public @Nullable Long modifiedAt(@Nullable Object[] row) {
        return (Long) row[modifiedAt];
    }

    private Object required(@Nullable Object[] row, int index) {
        Object value = row[index];
        if (value == null) {
            throw new BadValueException("the column " + columns[index].name() + " is blank, but must not be");
        }
        return value;
    }

    /** The entity's record that a row makes. */
    public GenericRecord record(@Nullable Object[] row) {
        GenericData.Record result = new GenericData.Record(table.record());
        for (int i = 0; i < columns.length; i++) {
            ShapeColumn column = columns[i];
            if (column.position() >= 0) {
                result.put(column.position(), column.kind().avro(row[i]));
            }
        }
        for (String field : table.entity().companyFields()) {
            result.put(field, table.company());
        }
        return result;
    }
}
