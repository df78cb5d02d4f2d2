package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two companies of the ERP share one CRM, and each keeps to its own. */
@ExtendWith(StartedStack.Extension.class)
class CompaniesE2EIT {
    private static final String HOME = "CRONUS";
    private static final String OTHER = "FABRIKAM";
    private static final String OWNER = "(select ownerid from account where ownerid is not null limit 1)";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Shared name " + System.nanoTime();

    CompaniesE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @Test
    @DisplayName(
            "Customers of one number and one name in both companies stay two records with an account each, which carries its company")
    void sameNumberStaysTwoRecords() {
        String number = "N" + System.nanoTime() % 1_000_000_000L;
        for (String company : new String[] {HOME, OTHER}) {
            erp.update(
                    "insert into " + customers(company) + " (\"No_\", \"Name\", \"Salesperson Code\") select '" + number
                            + "', '" + name + "', min(\"Salesperson Code\") from " + customers(company)
                            + " where \"Salesperson Code\" <> ''");
        }
        stack.settle();

        assertThat(crm.values("select bcbi_companyidname || ' ' || accountnumber from account where name = '" + name
                        + "' order by 1"))
                .containsExactly(HOME + " " + number, OTHER + " " + number);
    }

    @Test
    @DisplayName("A salesperson's code that both companies give to different people means each company's own")
    void codesMeanTheCompanysOwn() {
        String code = erp.value("select h.\"Code\" from \"CRONUS$Salesperson_Purchaser\" h"
                + " join \"FABRIKAM$Salesperson_Purchaser\" o on o.\"Code\" = h.\"Code\""
                + " where h.\"E-Mail\" <> o.\"E-Mail\" order by 1");
        assertThat(code).isNotEmpty();
        for (String company : new String[] {HOME, OTHER}) {
            erp.update("insert into " + customers(company) + " (\"Name\", \"Salesperson Code\") values ('" + name
                    + "', '" + code + "')");
        }
        stack.settle();

        for (String company : new String[] {HOME, OTHER}) {
            assertThat(crm.value(
                            "select u.internalemailaddress from account a join systemuser u on u.systemuserid = a.ownerid"
                                    + " where a.name = '" + name + "' and a.bcbi_companyidname = '" + company + "'"))
                    .isEqualTo(erp.value("select \"E-Mail\" from \"" + company
                            + "$Salesperson_Purchaser\" where \"Code\" = '" + code + "'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, OTHER})
    @DisplayName("An account of a company gets a customer there and nowhere else, and edits go both ways")
    void anAccountBelongsToItsCompany(String company) {
        insertAccount(company);

        assertThat(customer(company, "count(*)")).isEqualTo("1");
        assertThat(customer(company.equals(HOME) ? OTHER : HOME, "count(*)")).isEqualTo("0");

        erp.update("update " + customers(company) + " set \"Phone No_\" = '+45 1' where \"Name\" = '" + name + "'");
        stack.settle();
        crm.update("update account set fax = '+45 2' where name = '" + name + "'");
        stack.settle();
        assertThat(account("telephone1")).isEqualTo("+45 1");
        assertThat(customer(company, "max(\"Fax No_\")")).isEqualTo("+45 2");
    }

    @Test
    @DisplayName("An account of no company becomes the home company's")
    void nobodysAccountsAreTheHomeCompanys() {
        crm.update("insert into account (name, customertypecode, ownerid) values ('" + name + "', 3, " + OWNER + ")");
        erp.awaitValue("select \"Name\" from " + customers(HOME) + " where \"Name\" = '" + name + "'", name);
        stack.settle();

        assertThat(account("bcbi_companyidname")).isEqualTo(HOME);
        assertThat(customer(OTHER, "count(*)")).isEqualTo("0");
    }

    @Test
    @DisplayName("An account that is given to another company rests for the former one's customer and gets one there")
    void anAccountMoves() {
        insertAccount(HOME);
        crm.update("update account set bcbi_companyid = " + id(OTHER) + " where name = '" + name + "'");
        stack.settle();
        crm.update("update account set fax = 'moved' where name = '" + name + "'");
        stack.settle();

        assertThat(customer(OTHER, "max(\"Fax No_\")")).isEqualTo("moved");
        assertThat(customer(HOME, "max(\"Fax No_\")")).isEmpty();
        assertThat(account("bcbi_companyidname")).isEqualTo(OTHER);
    }

    @Test
    @DisplayName("A person who is entered under an account becomes a contact of the account's company")
    void peopleBelongToTheCompanyOfTheirAccount() {
        insertAccount(OTHER);
        crm.update("insert into contact (firstname, lastname, parentcustomerid, ownerid) select 'Ann', '" + name
                + "', accountid, ownerid from account where name = '" + name + "'");
        String people =
                "select \"Customer No_\" from \"FABRIKAM$Contact\" where \"Type\" = 1 and \"Surname\" = '" + name + "'";
        erp.awaitValue(people, number -> !number.isEmpty());
        stack.settle();

        assertThat(erp.value(people)).isEqualTo(customer(OTHER, "max(\"No_\")"));
        assertThat(erp.values("select \"No_\" from \"CRONUS$Contact\" where \"Surname\" = '" + name + "'"))
                .isEmpty();
        assertThat(crm.value("select bcbi_companyidname from contact where lastname = '" + name + "'"))
                .isEqualTo(OTHER);
    }

    @Test
    @DisplayName("An opportunity of a company's contact belongs to that company, wherever it is entered")
    void opportunitiesBelongToTheirCompany() {
        insertAccount(OTHER);
        crm.update("insert into contact (lastname, parentcustomerid, ownerid) select '" + name
                + "', accountid, ownerid from account where name = '" + name + "'");
        String contact = "select \"No_\" from \"FABRIKAM$Contact\" where \"Type\" = 1 and \"Surname\" = '" + name + "'";
        erp.awaitValue(contact, number -> !number.isEmpty());
        stack.settle();
        crm.update("insert into opportunity (name, bcbi_companyid, parentcontactid, ownerid) select '" + name + " C', "
                + id(OTHER) + ", contactid, ownerid from contact where lastname = '" + name + "'");
        erp.update("insert into \"FABRIKAM$Opportunity\" (\"Description\", \"Contact No_\") values ('" + name + " E', '"
                + erp.value(contact) + "')");
        stack.settle();

        assertThat(erp.values("select \"Description\" from \"FABRIKAM$Opportunity\" where \"Description\" like '" + name
                        + "%' order by 1"))
                .containsExactly(name + " C", name + " E");
        assertThat(erp.values("select \"No_\" from \"CRONUS$Opportunity\" where \"Description\" like '" + name + "%'"))
                .isEmpty();
        assertThat(crm.value("select bcbi_companyidname from opportunity where name = '" + name + " E'"))
                .isEqualTo(OTHER);
    }

    @Test
    @DisplayName("What the ERP refuses is set aside under the company's own mapping, and goes on when it is put right")
    void aRefusalIsSetAside() {
        insertAccount(OTHER);
        crm.update("update account set telephone1 = repeat('1', 31) where name = '" + name + "'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet(
                                        "set-aside", "--kind", "rejected", "--mapping", "customer-account@FABRIKAM")
                                .output())
                        .contains("customer-account@FABRIKAM")
                        .contains("Phone No_ may have at most 30 characters"));

        crm.update("update account set telephone1 = '31' where name = '" + name + "'");
        stack.settle();
        assertThat(customer(OTHER, "max(\"Phone No_\")")).isEqualTo("31");
    }

    @Test
    @DisplayName("A customer that is deleted in one company leaves its account, which no other company takes")
    void aDeletedCustomerLeavesItsAccount() {
        insertAccount(OTHER);
        erp.update("delete from " + customers(OTHER) + " where \"Name\" = '" + name + "'");
        stack.settle();
        crm.update("update account set fax = '1' where name = '" + name + "'");
        stack.settle();

        assertThat(account("bcbi_companyidname")).isEqualTo(OTHER);
        assertThat(customer(HOME, "count(*)")).isEqualTo("0");
        assertThat(customer(OTHER, "count(*)")).isEqualTo("0");
    }

    @Test
    @DisplayName("A deleted account leaves the company's customer")
    void aDeletedAccountLeavesItsCustomer() {
        insertAccount(OTHER);
        crm.update("delete from account where name = '" + name + "'");
        stack.settle();

        assertThat(customer(OTHER, "count(*)")).isEqualTo("1");
    }

    @Test
    @DisplayName("The CRM's currencies have the home company's rates; the other company's customers refer to them")
    void theHomeCompanyLeadsCurrencies() {
        insertAccount(OTHER);
        erp.update("update \"CRONUS$Currency\" set \"Currency Factor\" = 1.5 where \"Code\" = 'USD'");
        stack.settle();
        erp.update("update \"FABRIKAM$Currency\" set \"Currency Factor\" = 1.7 where \"Code\" = 'USD'");
        erp.update("update " + customers(OTHER) + " set \"Currency Code\" = 'USD' where \"Name\" = '" + name + "'");
        stack.settle();

        assertThat(crm.value("select trim_scale(exchangerate) from transactioncurrency where isocurrencycode = 'USD'"))
                .isEqualTo("1.5");
        assertThat(account("(select isocurrencycode from transactioncurrency c where c.transactioncurrencyid ="
                        + " account.transactioncurrencyid)"))
                .isEqualTo("USD");
    }

    @Test
    @DisplayName("A currency that Couplet made in the CRM for the home company serves the other one, too")
    void aNewCurrencyServesBothCompanies() {
        String insert = "$Currency\" (\"Code\", \"ISO Code\", \"Description\") values ('HUF', 'HUF', 'Forint')";
        insertAccount(OTHER);
        erp.update("insert into \"FABRIKAM" + insert);
        erp.update("update " + customers(OTHER) + " set \"Currency Code\" = 'HUF' where \"Name\" = '" + name + "'");
        stack.settle();
        erp.update("insert into \"CRONUS" + insert);
        String currency = "select isocurrencycode from account a join transactioncurrency c"
                + " on c.transactioncurrencyid = a.transactioncurrencyid where a.name = '" + name + "'";
        crm.awaitValue(currency, "HUF");
    }

    @Test
    @DisplayName("The CRM knows each company by its id; a name that is changed there is put back")
    void companiesAreKnown() {
        crm.update("update bcbi_company set bcbi_name = 'Renamed' where bcbi_name = 'FABRIKAM'");
        crm.awaitValue("select bcbi_name from bcbi_company where bcbi_name = 'FABRIKAM'", OTHER);
        stack.settle();

        assertThat(crm.value("select bcbi_externalid from bcbi_company where bcbi_name = 'FABRIKAM'"))
                .isEqualTo(erp.value("select \"$systemId\" from \"FABRIKAM$Company Information\""));
    }

    /** An account of that company, entered in the CRM and coupled. */
    private void insertAccount(String company) {
        crm.update("insert into account (name, customertypecode, bcbi_companyid, ownerid) values ('" + name + "', 3, "
                + id(company) + ", " + OWNER + ")");
        erp.awaitValue("select \"Name\" from " + customers(company) + " where \"Name\" = '" + name + "'", name);
        stack.settle();
    }

    private static String id(String company) {
        return "(select bcbi_companyid from bcbi_company where bcbi_name = '" + company + "')";
    }

    private static String customers(String company) {
        return "\"" + company + "$Customer\"";
    }

    private String customer(String company, String column) {
        return erp.value("select " + column + " from " + customers(company) + " where \"Name\" = '" + name + "'");
    }

    private String account(String column) {
        return crm.value("select " + column + " from account where name = '" + name + "'");
    }
}
