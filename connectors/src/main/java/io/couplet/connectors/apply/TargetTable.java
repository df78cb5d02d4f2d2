package io.couplet.connectors.apply;

import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.row.RowShape;
import io.couplet.connectors.row.ShapeColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table that is written: its rows' shape and its columns as the database declares them. Immutable. */
final class TargetTable {

    private final RowShape shape;
    private final Map<String, TargetColumn> columns;
    private final Set<String> stamped;

    private TargetTable(RowShape shape, Map<String, TargetColumn> columns) {
        this.shape = shape;
        this.columns = Map.copyOf(columns);
        var entity = shape.table().entity();
        this.stamped = Set.of(
                entity.version(), entity.createdBy(), entity.createdAt(), entity.modifiedBy(), entity.modifiedAt());
    }

    /** Asks the database. */
    static TargetTable load(Connection connection, BoundTable table) throws SQLException {
        Map<String, TargetColumn> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT a.attname, CASE t.typcategory WHEN 'S' THEN 'text' ELSE format_type(a.atttypid, NULL) END,
                       t.typcategory, a.attnotnull
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped""")) {
            statement.setString(1, table.schema());
            statement.setString(2, table.table());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    columns.put(name, new TargetColumn(name, rows.getString(2), rows.getString(3), rows.getBoolean(4)));
                }
            }
        }
        return new TargetTable(RowShape.of(table), columns);
    }

    RowShape shape() {
        return shape;
    }

    BoundTable table() {
        return shape.table();
    }

    TargetColumn id() {
        return column(table().entity().id());
    }

    /** The declared column; text where the database does not know it, so that the database itself refuses it. */
    TargetColumn column(String name) {
        TargetColumn column = columns.get(name);
        return column == null ? new TargetColumn(name, "text", "S", false) : column;
    }

    /**
     * The column that a command's field is written to.
     *
     * @throws RejectedException if there is none, or the system alone writes it
     */
    TargetColumn writable(String field) throws RejectedException {
        @Nullable String column = table().entity().columns().get(field);
        if (column == null && !isComputed(field)) {
            throw new RejectedException("the entity " + table().entityName() + " has no field " + field + " here");
        }
        if (column == null || stamped.contains(column) || isComputed(field)) {
            throw new RejectedException("the field " + field + " of " + table().entityName() + " is set by the system");
        }
        return column(column);
    }

    private boolean isComputed(String field) {
        var declared = table().record().getField(field);
        return declared != null && Boolean.TRUE.equals(declared.getObjectProp("computed"));
    }

    /** The columns that are read back, ready for SQL, each with this in front. */
    String columnList(String prefix) {
        return shape.columns().stream()
                .map(column -> prefix + BoundTable.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    List<ShapeColumn> read() {
        return shape.columns();
    }
}
