package io.couplet.local.workday;

import io.couplet.contract.Side;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What people do on a working day: from the order to its payment, and what changes meanwhile. */
final class Deeds {
    private static final List<String> STREETS =
            List.of("Main Street", "Station Road", "Harbour Lane", "Mill Way", "Park Avenue");
    private static final int MOST_RECEIVED = 100;

    private Deeds() {}

    /**
     * All of them.
     *
     * @param company in whose ERP people work
     */
    static List<Deed> of(String company, Keys keys) {
        String c = company.replace("\"", "\"\"") + "$";
        return List.of(
                new Deed("order submitted", Side.CRM, 6, new OrderEntry(keys)),
                edit(
                        "address of an account",
                        Side.CRM,
                        4,
                        "update account set address1_line1 = ? where accountid = ?::uuid",
                        Deeds::street,
                        keys.accounts()),
                edit(
                        "phone of a contact",
                        Side.CRM,
                        2,
                        "update contact set telephone1 = ? where contactid = ?::uuid",
                        Deeds::phone,
                        keys.contacts()),
                edit(
                        "address of a customer",
                        Side.ERP,
                        4,
                        "update \"" + c + "Customer\" set \"Address\" = ? where \"No_\" = ?",
                        Deeds::street,
                        keys.customers()),
                edit(
                        "price of an item",
                        Side.ERP,
                        3,
                        "update \"" + c + "Item\" set \"Unit Price\" = ? where \"No_\" = ? and not \"Blocked\"",
                        chance -> BigDecimal.valueOf(100 + chance.nextInt(99_900), 2),
                        keys.items()),
                next(
                        "order released and shipped",
                        6,
                        "select \"" + c + "post_order\"(\"No_\", true, false) from " + firstOf(c, "not")),
                next(
                        "order posted in one step",
                        2,
                        "select \"" + c + "post_order\"(\"No_\") from " + firstOf(c, "not")),
                next("order invoiced", 6, "select \"" + c + "post_order\"(\"No_\") from " + firstOf(c, "")),
                payment(c),
                edit(
                        "goods received",
                        Side.ERP,
                        2,
                        "insert into \"" + c + "Item Ledger Entry\" (\"Entry Type\", \"Quantity\", \"Item No_\")"
                                + " select 0, ?, \"No_\" from \"" + c + "Item\" where \"No_\" = ? and not \"Blocked\"",
                        chance -> 1 + chance.nextInt(MOST_RECEIVED),
                        keys.items()));
    }

    private static String street(Random chance) {
        return STREETS.get(chance.nextInt(STREETS.size())) + " " + (1 + chance.nextInt(999));
    }

    private static String phone(Random chance) {
        return "+49 30 " + (100_000 + chance.nextInt(900_000));
    }

    /** The oldest order that is shipped, or is not; nobody else works on it then. */
    private static String firstOf(String company, String not) {
        return "(select \"No_\" from \"" + company + "Sales Header\" where " + not
                + " \"Completely Shipped\" order by \"No_\" limit 1 for update skip locked) oldest";
    }

    /** Gives one of some records a new value. */
    private static Deed edit(
            String name, Side side, int weight, String sql, Function<Random, Object> value, List<String> keys) {
        return new Deed(name, side, weight, (connection, chance) -> {
            if (keys.isEmpty()) {
                return false;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, value.apply(chance));
                statement.setString(2, keys.get(chance.nextInt(keys.size())));
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
        return new Deed("invoice paid", Side.ERP, 6, (connection, chance) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBoolean(1, chance.nextInt(3) == 0);
                return hasRow(statement);
            }
        });
    }

    private static Deed next(String name, int weight, String sql) {
        return new Deed(name, Side.ERP, weight, (connection, chance) -> {
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
}
