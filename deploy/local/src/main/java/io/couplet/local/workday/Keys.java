package io.couplet.local.workday;

import io.couplet.contract.Side;
import io.couplet.local.bench.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What people work on, as it was when the day began.
 *
 * @param accounts ids of the active accounts of these customers
 * @param contacts ids of active contacts
 * @param products ids of products of the company that can be sold in both systems
 * @param customers numbers of customers of the ERP that are not blocked
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
            List<String> customers =
                    column(erp, "select \"No_\" from \"" + c + "Customer\" where \"Blocked\" = 0 order by \"No_\"");
            return new Keys(
                    column(
                            crm,
                            "select accountid from account where statecode = 0 and customertypecode = 3 and bcbi_companyidname = ?"
                                    + " and accountnumber = any (?) order by accountnumber",
                            company,
                            crm.createArrayOf("text", customers.toArray())),
                    column(crm, "select contactid from contact where statecode = 0 order by contactid"),
                    column(
                            crm,
                            "select productid from product where statecode = 0 and producttypecode in (1, 3) and price > 0"
                                    + " and bcbi_companyidname = ? and productnumber = any (?) order by productnumber",
                            company,
                            crm.createArrayOf("text", sold(erp, c).toArray())),
                    customers,
                    column(erp, "select \"No_\" from \"" + c + "Item\" order by \"No_\""));
        }
    }

    private static List<String> sold(Connection erp, String company) throws SQLException {
        return column(
                erp,
                "select \"No_\" from \"" + company + "Item\" where not \"Blocked\" union select \"No_\" from \""
                        + company + "Resource\" where not \"Blocked\"");
    }

    private static List<String> column(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }
}
