package io.couplet.local.bench;

import io.couplet.contract.Side;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether both sides agree on the edited fields. */
final class Agreement {
    private Agreement() {}

    /** How many pairs differ in an edited field, or have lost a record. */
    static int differing(Databases databases, List<Pair> pairs) throws SQLException {
        Map<UUID, List<String>> customers = values(databases, Side.ERP);
        Map<UUID, List<String>> accounts = values(databases, Side.CRM);
        return (int) pairs.stream()
                .filter(pair -> !customers
                        .getOrDefault(pair.customer(), List.of())
                        .equals(accounts.getOrDefault(pair.account(), List.of("no record"))))
                .count();
    }

    /** Blank is empty in the ERP and null in the CRM. */
    private static Map<UUID, List<String>> values(Databases databases, Side side) throws SQLException {
        EditedTable table = EditedTable.of(side);
        Map<UUID, List<String>> values = new HashMap<>();
        try (Connection connection = databases.admin(side);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select %s, coalesce(%s, ''), coalesce(%s, '') from %s"
                        .formatted(
                                table.key(),
                                table.fields().get(0),
                                table.fields().get(1),
                                table.name()))) {
            while (rows.next()) {
                values.put(rows.getObject(1, UUID.class), List.of(rows.getString(2), rows.getString(3)));
            }
        }
        return values;
    }
}
