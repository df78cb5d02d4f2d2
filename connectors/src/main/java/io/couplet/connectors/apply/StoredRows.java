package io.couplet.connectors.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.connectors.row.FieldKind;
import io.couplet.connectors.row.RowShape;
import io.couplet.connectors.row.ShapeColumn;
import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.Field;
import io.couplet.contract.StoredRow;
import io.couplet.contract.TimeValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as results carry them, from where the applier finds them. */
final class StoredRows {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private StoredRows() {}

    /** Reads the current row of a query that selects the table's columns in their order, from this column on. */
    static @Nullable Object[] read(TargetTable table, ResultSet rows, int first) throws SQLException {
        List<ShapeColumn> columns = table.read();
        @Nullable Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            ShapeColumn column = columns.get(i);
            row[i] = column.kind().canonical(physical(table.column(column.name()), rows, first + i));
        }
        return row;
    }

    private static @Nullable Object physical(TargetColumn column, ResultSet rows, int index) throws SQLException {
        if (column.zonedTime()) {
            return rows.getObject(index, OffsetDateTime.class);
        }
        return column.localTime() ? rows.getObject(index, LocalDateTime.class) : rows.getObject(index);
    }

    /** Reads a row that was remembered as JSON; columns that it did not have then are blank. */
    static @Nullable Object[] remembered(TargetTable table, String json) {
        JsonNode stored = parse(json);
        List<ShapeColumn> columns = table.read();
        @Nullable Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i)
                    .kind()
                    .canonical(plain(stored.path(columns.get(i).name())));
        }
        return row;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the database has stored JSON that is none", broken);
        }
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.decimalValue() : value.asText();
    }

    /** The row in the form of the contracts. */
    static StoredRow of(RowShape shape, @Nullable Object[] row, boolean deleted) {
        Long modifiedAt = shape.modifiedAt(row);
        return new StoredRow(
                shape.ref(row),
                shape.version(row),
                deleted,
                shape.createdBy(row),
                shape.modifiedBy(row),
                modifiedAt == null ? Instant.EPOCH : FieldKind.instant(modifiedAt),
                fields(shape, row));
    }

    private static List<Field> fields(RowShape shape, @Nullable Object[] row) {
        List<ShapeColumn> columns = shape.columns();
        List<Field> fields = new ArrayList<>(columns.size());
        for (int i = 0; i < row.length; i++) {
            ShapeColumn column = columns.get(i);
            if (column.field() != null) {
                fields.add(new Field(column.field(), value(column.kind(), row[i])));
            }
        }
        for (String field : shape.table().entity().companyFields()) {
            fields.add(new Field(field, shape.table().company()));
        }
        return fields;
    }

    private static @Nullable Object value(FieldKind kind, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TEXT, BOOLEAN, LONG -> value;
            case INT -> ((Integer) value).longValue();
            case DECIMAL -> new DecimalValue(plainText((BigDecimal) value));
            case TIME -> new TimeValue(FieldKind.instant((Long) value));
            case DATE -> new DateValue((Integer) value);
        };
    }

    /** Without zeros at the end, so that the same number always reads the same. */
    private static String plainText(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
