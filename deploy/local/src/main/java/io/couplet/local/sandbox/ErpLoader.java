package io.couplet.local.sandbox;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills the ERP. Numbers of customers and contacts come from the number series. */
final class ErpLoader implements SampleLoader {
    private static final int PERSON = 1;

    @Override
    public void load(Connection connection, SampleData data) throws SQLException, IOException {
        String company = data.erpCompany();
        currencies(company).insert(connection, data.currencies());
        salespeople(company)
                .insert(
                        connection,
                        data.employees().stream()
                                .filter(employee -> employee.presence().inErp())
                                .toList());
        customers(company).insert(connection, inErp(data.customers()));
        vendors(company).insert(connection, inErp(data.vendors()));
        List<Person> people = data.people().stream()
                .filter(person -> person.presence().inErp())
                .toList();
        contacts(company, relations(connection, company)).insert(connection, people);
        setPrimaryContacts(
                connection,
                company,
                people.stream().filter(Person::isPrimaryContact).toList());
        ErpAssortment.load(connection, company, data.assortment());
        postInvoices(connection, company, data.invoices());
    }

    private static void postInvoices(Connection connection, String company, int invoices) throws SQLException {
        try (Impersonation someone = Impersonation.of(connection, Logins.entering(0));
                PreparedStatement statement =
                        someone.connection().prepareStatement("SELECT \"" + company + "$post_history\"(?)")) {
            statement.setInt(1, invoices);
            statement.execute();
        }
    }

    private static List<Company> inErp(List<Company> companies) {
        return companies.stream().filter(company -> company.presence().inErp()).toList();
    }

    private static CopyTable<SampleCurrency> currencies(String erpCompany) {
        return new CopyTable<SampleCurrency>(erpCompany + "$Currency")
                .column("$systemId", currency -> currency.ids().erp())
                .column("Code", SampleCurrency::code)
                .column("ISO Code", SampleCurrency::code)
                .column("Description", SampleCurrency::description)
                .column("Symbol", SampleCurrency::symbol)
                .column("Currency Factor", SampleCurrency::factor)
                .column("Amount Rounding Precision", currency -> "1e-" + currency.decimals());
    }

    private static CopyTable<Employee> salespeople(String erpCompany) {
        return new CopyTable<Employee>(erpCompany + "$Salesperson_Purchaser")
                .column("$systemId", employee -> employee.ids().erp())
                .column("Code", Employee::code)
                .column("Name", employee -> employee.name().full())
                .column("E-Mail", Employee::eMail)
                .column("Phone No_", Employee::mobilePhone)
                .column("Job Title", Employee::jobTitle);
    }

    private static CopyTable<Company> customers(String erpCompany) {
        return companies(erpCompany + "$Customer", "Salesperson Code")
                .column("Credit Limit (LCY)", Company::creditLimit);
    }

    private static CopyTable<Company> vendors(String erpCompany) {
        return companies(erpCompany + "$Vendor", "Purchaser Code");
    }

    private static CopyTable<Company> companies(String table, String responsible) {
        return new CopyTable<Company>(table)
                .column("$systemId", company -> company.ids().erp())
                .column("Name", Company::name)
                .column("Contact", company -> company.contact().full())
                .column("Address", company -> company.address().street())
                .column("Address 2", company -> company.address().addition())
                .column("Post Code", company -> company.address().postCode())
                .column("City", company -> company.address().city())
                .column("Country_Region Code", company -> company.address().country())
                .column("Phone No_", Company::phone)
                .column("E-Mail", Company::eMail)
                .column("Home Page", Company::homePage)
                .column(responsible, company -> company.salesperson().code())
                .column("Currency Code", company -> company.currency().code())
                .column("Payment Terms Code", company -> company.terms().paymentTerms())
                .column("Shipment Method Code", company -> company.terms().shipmentMethod())
                .column("Shipping Agent Code", company -> company.terms().shippingAgent());
    }

    private static CopyTable<Person> contacts(String erpCompany, Map<UUID, String> relations) {
        return new CopyTable<Person>(erpCompany + "$Contact")
                .column("$systemId", person -> person.ids().erp())
                .column("Type", person -> PERSON)
                .column(
                        "Business Relation",
                        person -> relations.get(person.company().ids().erp()))
                .column("First Name", person -> person.name().first())
                .column("Middle Name", person -> person.name().middle())
                .column("Surname", person -> person.name().last())
                .column("Job Title", Person::jobTitle)
                .column("Address", person -> person.company().address().street())
                .column("Address 2", person -> person.company().address().addition())
                .column("Post Code", person -> person.company().address().postCode())
                .column("City", person -> person.company().address().city())
                .column(
                        "Country_Region Code",
                        person -> person.company().address().country())
                .column("Phone No_", Person::phone)
                .column("Mobile Phone No_", Person::mobilePhone)
                .column("E-Mail", Person::eMail)
                .column(
                        "Salesperson Code",
                        person -> person.company().salesperson().code())
                .column("Currency Code", person -> person.company().currency().code());
    }

    /** What people may work for, by id, as their rows say it. */
    private static Map<UUID, String> relations(Connection connection, String erpCompany) throws SQLException {
        Map<UUID, String> relations = new HashMap<>();
        String query = """
                SELECT "$systemId", relation_kind(1) || "No_" FROM "{company}$Customer"
                UNION ALL SELECT "$systemId", relation_kind(2) || "No_" FROM "{company}$Vendor\"""".replace("{company}", erpCompany);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                relations.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return relations;
    }

    private static void setPrimaryContacts(Connection connection, String erpCompany, List<Person> people)
            throws SQLException {
        Array companies = connection.createArrayOf(
                "uuid",
                people.stream().map(person -> person.company().ids().erp()).toArray());
        Array contacts = connection.createArrayOf(
                "uuid", people.stream().map(person -> person.ids().erp()).toArray());
        try (Impersonation someone = Impersonation.of(connection, Logins.entering(0))) {
            for (String table : List.of("Customer", "Vendor")) {
                String update = """
                        UPDATE "{company}${table}" AS partner SET "Primary Contact No_" = contact."No_"
                        FROM unnest(?, ?) AS main (partner_id, contact_id), "{company}$Contact" AS contact
                        WHERE partner."$systemId" = main.partner_id AND contact."$systemId" = main.contact_id""".replace("{company}", erpCompany).replace("{table}", table);
                try (PreparedStatement statement = someone.connection().prepareStatement(update)) {
                    statement.setArray(1, companies);
                    statement.setArray(2, contacts);
                    statement.executeUpdate();
                }
            }
        }
    }
}
