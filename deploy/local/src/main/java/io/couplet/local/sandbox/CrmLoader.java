package io.couplet.local.sandbox;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the CRM. */
final class CrmLoader implements SampleLoader {
    private static final int CUSTOMER = 3;
    private static final int VENDOR = 11;

    @Override
    public void load(Connection connection, SampleData data) throws SQLException, IOException {
        companies().insert(connection, List.of(data));
        if (data.ofHomeCompany()) {
            loadShared(connection, data);
        }
        accounts(CUSTOMER, data).insert(connection, inCrm(data.customers()));
        accounts(VENDOR, data).insert(connection, inCrm(data.vendors()));
        List<Person> people = data.people().stream()
                .filter(person -> person.presence().inCrm())
                .toList();
        contacts(data).insert(connection, people);
        setPrimaryContacts(
                connection, people.stream().filter(Person::isPrimaryContact).toList());
        setParents(
                connection,
                data.customers().stream()
                        .filter(company -> company.parent() != null)
                        .toList());
        CrmAssortment.load(connection, data);
    }

    /** What rows of all companies refer to. */
    private static void loadShared(Connection connection, SampleData data) throws SQLException, IOException {
        users().insert(
                        connection,
                        data.employees().stream()
                                .filter(employee -> employee.presence().inCrm())
                                .toList());
        currencies()
                .insert(
                        connection,
                        data.currencies().stream()
                                .filter(currency -> currency.presence().inCrm())
                                .toList());
    }

    private static CopyTable<SampleData> companies() {
        return new CopyTable<SampleData>("bcbi_company")
                .column("bcbi_companyid", SampleData::companyInCrm)
                .column("bcbi_name", SampleData::erpCompany);
    }

    private static List<Company> inCrm(List<Company> companies) {
        return companies.stream().filter(company -> company.presence().inCrm()).toList();
    }

    private static CopyTable<Employee> users() {
        return new CopyTable<Employee>("systemuser")
                .column("systemuserid", employee -> employee.ids().crm())
                .column("domainname", Employee::login)
                .column("firstname", employee -> employee.name().first())
                .column("lastname", employee -> employee.name().last())
                .column("internalemailaddress", Employee::eMail)
                .column("mobilephone", Employee::mobilePhone)
                .column("jobtitle", Employee::jobTitle)
                .column("isdisabled", employee -> !employee.active());
    }

    private static CopyTable<SampleCurrency> currencies() {
        return new CopyTable<SampleCurrency>("transactioncurrency")
                .column("transactioncurrencyid", currency -> currency.ids().crm())
                .column("isocurrencycode", SampleCurrency::code)
                .column("currencyname", SampleCurrency::description)
                .column("currencysymbol", SampleCurrency::symbol)
                .column("exchangerate", SampleCurrency::factor)
                .column("currencyprecision", SampleCurrency::decimals);
    }

    private static CopyTable<Company> accounts(int relationship, SampleData data) {
        return new CopyTable<Company>("account")
                .column("accountid", company -> company.ids().crm())
                .column("bcbi_companyid", company -> data.companyOf(company.presence()))
                .column("name", Company::name)
                .column(
                        "address1_primarycontactname",
                        company -> company.contact().full())
                .column("address1_line1", company -> company.address().street())
                .column("address1_line2", company -> company.address().addition())
                .column("address1_postalcode", company -> company.address().postCode())
                .column("address1_city", company -> company.address().city())
                .column("address1_country", company -> company.address().country())
                .column("telephone1", Company::crmPhone)
                .column("emailaddress1", Company::eMail)
                .column("websiteurl", Company::crmHomePage)
                .column("ownerid", company -> company.salesperson().ids().crm())
                .column(
                        "transactioncurrencyid",
                        company -> company.currency().ids().crm())
                .column("creditlimit", company -> relationship == CUSTOMER ? creditLimit(company) : null)
                .column("paymenttermscode", company -> company.terms().paymentTermsOption())
                .column("address1_freighttermscode", company -> company.terms().freightTermsOption())
                .column(
                        "address1_shippingmethodcode",
                        company -> company.terms().shippingMethodOption())
                .column("customertypecode", company -> relationship);
    }

    /** The limit is the accountants' word: whoever is no customer yet has none. */
    private static @Nullable BigDecimal creditLimit(Company company) {
        return company.presence().inErp() ? company.creditLimit() : null;
    }

    private static CopyTable<Person> contacts(SampleData data) {
        return new CopyTable<Person>("contact")
                .column("contactid", person -> person.ids().crm())
                .column(
                        "bcbi_companyid",
                        person -> data.companyOf(person.company().presence()))
                .column("parentcustomerid", person -> person.company().ids().crm())
                .column("firstname", person -> person.name().first())
                .column("middlename", person -> person.name().middle())
                .column("lastname", person -> person.name().last())
                .column("jobtitle", Person::jobTitle)
                .column("address1_line1", person -> person.company().address().street())
                .column("address1_line2", person -> person.company().address().addition())
                .column(
                        "address1_postalcode",
                        person -> person.company().address().postCode())
                .column("address1_city", person -> person.company().address().city())
                .column("address1_country", person -> person.company().address().country())
                .column("telephone1", Person::phone)
                .column("mobilephone", Person::crmMobilePhone)
                .column("emailaddress1", Person::eMail)
                .column(
                        "ownerid",
                        person -> person.company().salesperson().ids().crm())
                .column(
                        "transactioncurrencyid",
                        person -> person.company().currency().ids().crm());
    }

    private static void setPrimaryContacts(Connection connection, List<Person> people) throws SQLException {
        refer(
                connection,
                "primarycontactid",
                people.stream().map(person -> person.company().ids().crm()).toArray(),
                people.stream().map(person -> person.ids().crm()).toArray());
    }

    private static void setParents(Connection connection, List<Company> companies) throws SQLException {
        refer(
                connection,
                "parentaccountid",
                companies.stream().map(company -> company.ids().crm()).toArray(),
                companies.stream()
                        .flatMap(company -> Stream.ofNullable(company.parent()))
                        .map(parent -> parent.ids().crm())
                        .toArray());
    }

    /** References to rows that are entered later than the row that refers to them. */
    private static void refer(Connection connection, String column, Object[] accounts, Object[] targets)
            throws SQLException {
        String update = "UPDATE account SET " + column + " = target.id FROM unnest(?, ?) AS target (account, id)"
                + " WHERE accountid = target.account";
        Array accountIds = connection.createArrayOf("uuid", accounts);
        Array targetIds = connection.createArrayOf("uuid", targets);
        try (Impersonation someone = Impersonation.of(connection, Logins.entering(0));
                PreparedStatement statement = someone.connection().prepareStatement(update)) {
            statement.setArray(1, accountIds);
            statement.setArray(2, targetIds);
            statement.executeUpdate();
        }
    }
}
