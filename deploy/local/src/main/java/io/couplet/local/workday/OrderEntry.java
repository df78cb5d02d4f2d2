package io.couplet.local.workday;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A salesperson enters an order of a few lines in the CRM, for a customer of the ERP, and submits it. */
record OrderEntry(Keys keys) implements Deed.Doing {
    private static final int MOST_LINES = 4;
    private static final int MOST_OF_ONE = 9;

    @Override
    public boolean done(Connection connection, Random chance) throws SQLException {
        if (keys.accounts().isEmpty() || keys.products().isEmpty()) {
            return false;
        }
        connection.setAutoCommit(false);
        try {
            String order = insert(connection, chance);
            for (int line = 1 + chance.nextInt(MOST_LINES); line > 0 && order != null; line--) {
                insertLine(connection, order, chance);
            }
            if (order != null) {
                submit(connection, order);
            }
            connection.commit();
            return order != null;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The new order's id, null where the account is not there any more. */
    private @Nullable String insert(Connection connection, Random chance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into salesorder (name, customerid,"
                + " transactioncurrencyid, ownerid) select ?, accountid, transactioncurrencyid, ownerid from account where accountid ="
                + " ?::uuid returning salesorderid")) {
            statement.setString(1, "Workday " + Long.toUnsignedString(chance.nextLong(), Character.MAX_RADIX));
            statement.setString(
                    2, keys.accounts().get(chance.nextInt(keys.accounts().size())));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private void insertLine(Connection connection, String order, Random chance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into salesorderdetail (salesorderid, productid, quantity) values (?::uuid, ?::uuid, ?)")) {
            statement.setString(1, order);
            statement.setString(
                    2, keys.products().get(chance.nextInt(keys.products().size())));
            statement.setInt(3, 1 + chance.nextInt(MOST_OF_ONE));
            statement.executeUpdate();
        }
    }

    private static void submit(Connection connection, String order) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update salesorder set statecode = 1 where salesorderid = ?::uuid")) {
            statement.setString(1, order);
            statement.executeUpdate();
        }
    }
}
