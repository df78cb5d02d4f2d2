package io.couplet.local.workday;

import io.couplet.contract.Side;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** What people do on a working day: from the order to its payment, and what changes meanwhile. */
final class Deeds {
    private static final List<String> STREETS =
            List.of("Main Street", "Station Road", "Harbour Lane", "Mill Way", "Park Avenue");

    private Deeds() {}

    /**
     * All of them.
     *
     * @param company in whose ERP people work
     */
    static List<Deed> of(String company, Keys keys) {
        String c = company.replace("\"", "\"\"") + "$";
        return List.of(
                new OrderEntry(keys),
                edit(
                        "address of an account",
                        Side.CRM,
                        4,
                        "update account set address1_line1 = ? where accountid = ?::uuid",
                        keys.accounts()),
                edit(
                        "phone of a contact",
                        Side.CRM,
                        2,
                        "update contact set telephone1 = ? where contactid = ?::uuid",
                        keys.contacts()),
                edit(
                        "address of a customer",
                        Side.ERP,
                        4,
                        "update \"" + c + "Customer\" set \"Address\" = ? where \"No_\" = ?",
                        keys.customers()),
                price(c, keys.items()),
                next(
                        "order released and shipped",
                        6,
                        "select \"" + c + "post_order\"(\"No_\", true, false) from " + firstOf(c, "not")),
                next("order invoiced", 6, "select \"" + c + "post_order\"(\"No_\") from " + firstOf(c, "")),
                payment(c),
                next(
                        "goods received",
                        2,
                        "insert into \"" + c
                                + "Item Ledger Entry\" (\"Item No_\", \"Entry Type\", \"Quantity\") select \"No_\", 0,"
                                + " 50 from \"" + c
                                + "Item\" where not \"Blocked\" order by random() limit 1 returning \"Item No_\""));
    }

    /** The oldest order that is shipped, or is not; nobody else works on it then. */
    private static String firstOf(String company, String not) {
        return "(select \"No_\" from \"" + company + "Sales Header\" where " + not
                + " \"Completely Shipped\" order by \"No_\" limit 1 for update skip locked) oldest";
    }

    private static Deed edit(String name, Side side, int weight, String sql, List<String> keys) {
        return deed(name, side, weight, (connection, chance) -> {
            if (keys.isEmpty()) {
                return false;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                String street = STREETS.get(chance.nextInt(STREETS.size()));
                statement.setString(1, street + " " + (1 + chance.nextInt(999)));
                statement.setString(2, keys.get(chance.nextInt(keys.size())));
                return statement.executeUpdate() > 0;
            }
        });
    }

    private static Deed price(String company, List<String> items) {
        String sql = "update \"" + company + "Item\" set \"Unit Price\" = ? where \"No_\" = ? and not \"Blocked\"";
        return deed("price of an item", Side.ERP, 3, (connection, chance) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBigDecimal(1, BigDecimal.valueOf(100 + chance.nextInt(99_900), 2));
                statement.setString(2, items.isEmpty() ? "" : items.get(chance.nextInt(items.size())));
                return statement.executeUpdate() > 0;
            }
        });
    }

    /** Every third customer pays half of the invoice first. */
    private static Deed payment(String company) {
        String sql = "select \"" + company
                + "pay\"(\"No_\", case when ? then round(\"Remaining Amount\" / 2, 2) end) from (select * from \""
                + company
                + "Sales Invoice Header\" where not \"Closed\" and not \"Cancelled\" and \"Remaining Amount\" > 0.01"
                + " order by \"No_\" limit 1 for update skip locked) oldest";
        return deed("invoice paid", Side.ERP, 6, (connection, chance) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBoolean(1, chance.nextInt(3) == 0);
                return hasRow(statement);
            }
        });
    }

    private static Deed next(String name, int weight, String sql) {
        return deed(name, Side.ERP, weight, (connection, chance) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return hasRow(statement);
            }
        });
    }

    private static boolean hasRow(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    private interface Doing {
        boolean done(Connection connection, Random chance) throws SQLException;
    }

    private static Deed deed(String name, Side side, int weight, Doing doing) {
        return new Deed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Side side() {
                return side;
            }

            @Override
            public int weight() {
                return weight;
            }

            @Override
            public boolean done(Connection connection, Random chance) throws SQLException {
                return doing.done(connection, chance);
            }
        };
    }
}
