package io.couplet.connectors.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.row.ShapeColumn;
import io.couplet.contract.binding.RowsBinding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are written with a record, such as the lines of a document.
 *
 * @param table where they live
 * @param parent by column of the rows, the record's column whose value they get
 * @param rows text by column of each row, in their order
 */
record RowsWrite(TargetTable table, Map<String, String> parent, List<Map<String, @Nullable String>> rows) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Copies the rows. */
    RowsWrite {
        parent = Map.copyOf(parent);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the value of a command's field.
     *
     * @param record the table of the record
     * @param json an array of objects, one for each row, each with values by field
     * @throws RejectedException if it is none, or names fields that cannot be written
     */
    static RowsWrite of(TargetTable record, TargetTable rows, RowsBinding binding, String json)
            throws RejectedException {
        List<Map<String, @Nullable String>> values = new ArrayList<>();
        for (JsonNode row : parse(json)) {
            values.add(row(rows, row));
        }
        Map<String, String> parent = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : binding.parent().entrySet()) {
            parent.put(
                    rows.writable(field.getKey()).name(),
                    String.valueOf(record.table().entity().columns().get(field.getValue())));
        }
        return new RowsWrite(rows, parent, values);
    }

    private static JsonNode parse(String json) throws RejectedException {
        try {
            JsonNode rows = JSON.readTree(json);
            if (rows.isArray()) {
                return rows;
            }
        } catch (JsonProcessingException broken) {
            throw new RejectedException("the rows are no JSON: " + broken.getOriginalMessage());
        }
        throw new RejectedException("the rows are no JSON array");
    }

    private static Map<String, @Nullable String> row(TargetTable table, JsonNode row) throws RejectedException {
        Map<String, @Nullable String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            TargetColumn column = table.writable(field.getKey());
            JsonNode value = field.getValue();
            values.put(
                    column.name(),
                    column.text(
                            value.isNull() ? null : text(value), table.table().blank()));
        }
        return values;
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Inserts the rows after their record, one after the other as they stand. */
    void execute(Connection connection, TargetTable record, @Nullable Object[] stored) throws SQLException {
        for (Map<String, @Nullable String> row : rows) {
            Map<String, @Nullable String> values = new TreeMap<>(row);
            parent.forEach((column, of) -> values.put(column, value(record, stored, of)));
            try (PreparedStatement statement = connection.prepareStatement(insert(values.keySet()))) {
                int parameter = 1;
                for (@Nullable String value : values.values()) {
                    statement.setString(parameter++, value);
                }
                statement.executeUpdate();
            }
        }
    }

    private String insert(Collection<String> columns) {
        return "INSERT INTO " + table.table().quotedName() + " ("
                + columns.stream().map(BoundTable::quote).collect(Collectors.joining(", ")) + ") VALUES ("
                + columns.stream()
                        .map(column -> "?::" + table.column(column).type())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static @Nullable String value(TargetTable record, @Nullable Object[] stored, String column) {
        List<ShapeColumn> columns = record.read();
        for (int i = 0; i < stored.length; i++) {
            if (columns.get(i).name().equals(column)) {
                return stored[i] == null ? null : String.valueOf(stored[i]);
            }
        }
        throw new IllegalStateException("the record is stored without its column " + column);
    }
}
