package io.couplet.local.workday;

import io.couplet.contract.Side;
import io.couplet.local.bench.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What people work on, as it was when the day began.
 *
 * @param accounts ids of customers' active accounts that stand in the ERP, too
 * @param contacts ids of active contacts
 * @param products ids of products that can be sold and stand in the ERP, too
 * @param customers numbers of customers of the ERP
 * @param items numbers of items of the ERP
 */
record Keys(
        List<String> accounts,
        List<String> contacts,
        List<String> products,
        List<String> customers,
        List<String> items) {

    static Keys read(Databases databases, String person, String company) throws SQLException {
        String c = company.replace("\"", "\"\"") + "$";
        try (Connection crm = databases.as(Side.CRM, person);
                Connection erp = databases.as(Side.ERP, person)) {
            return new Keys(
                    column(
                            crm,
                            "select accountid from account where statecode = 0 and customertypecode = 3 and accountnumber is not null"
                                    + " order by accountnumber"),
                    column(crm, "select contactid from contact where statecode = 0 order by contactid"),
                    column(
                            crm,
                            "select productid from product where statecode = 0 and producttypecode in (1, 3) and productnumber is not"
                                    + " null and price > 0 order by productnumber"),
                    column(erp, "select \"No_\" from \"" + c + "Customer\" where \"Blocked\" = 0 order by \"No_\""),
                    column(erp, "select \"No_\" from \"" + c + "Item\" order by \"No_\""));
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
