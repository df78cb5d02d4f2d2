package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows from a customer's or account's change besides its own fields. */
@ExtendWith(StartedStack.Extension.class)
class CustomerRulesE2EIT {
    private static final String CUSTOMER = "\"CRONUS$Customer\"";
    private static final String CONTACT = "\"CRONUS$Contact\"";
    private static final String ALL = "3";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Buyer " + System.nanoTime();
    private String number = "";

    CustomerRulesE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A coupled pair of its own for each test: an account with its customer. */
    @BeforeEach
    void insertAccount() {
        crm.update("insert into account (name, customertypecode, ownerid) select '" + name
                + "', 3, ownerid from account where accountnumber like 'C%' and statecode = 0 limit 1");
        erp.awaitValue("select \"Name\" from " + CUSTOMER + " where \"Name\" = '" + name + "'", name);
        number = erp.value("select \"No_\" from " + CUSTOMER + " where \"Name\" = '" + name + "'");
        stack.settle();
    }

    @Test
    @DisplayName(
            "An inactive account blocks its customer; activating does not unblock; unblocked, both go on where they were")
    void inactiveAccountsBlock() {
        changeAccount("statecode = 1");
        assertThat(inErp("\"Blocked\"")).isEqualTo(ALL);

        changeAccount("statecode = 0, fax = '1'");
        assertThat(inErp("\"Blocked\" || \"Fax No_\"")).isEqualTo(ALL);

        changeCustomer("\"Blocked\" = 0");
        assertThat(inErp("\"Blocked\" || ' ' || \"Fax No_\"")).isEqualTo("0 1");
        assertThat(inCrm("statecode")).isEqualTo("0");
    }

    @Test
    @DisplayName("A customer that is blocked for something keeps its own block")
    void ownBlocksStay() {
        changeCustomer("\"Blocked\" = 1");
        changeAccount("statecode = 1");
        assertThat(inErp("\"Blocked\"")).isEqualTo("1");
    }

    @Test
    @DisplayName("A customer that is unblocked while its account is inactive stays unblocked, and is listed")
    void unblockedByHandStays() {
        changeAccount("statecode = 1");
        changeCustomer("\"Blocked\" = 0");
        assertThat(inErp("\"Blocked\"")).isEqualTo("0");
        assertThat(stack.couplet("set-aside", "--mapping", "customer-account", "--kind", "drift", "--limit", "1000")
                        .output())
                .contains("blocked");
    }

    @Test
    @DisplayName("What the ERP writes as no currency is the local one in the CRM, and the other way round")
    void theLocalCurrencyIsBlankInTheErp() {
        String local = "Local " + name;
        erp.update("insert into " + CUSTOMER + " (\"Name\", \"Salesperson Code\") select '" + local
                + "', \"Salesperson Code\" from " + CUSTOMER + " where \"No_\" = '" + number + "'");
        String currency = "select isocurrencycode from account join transactioncurrency using (transactioncurrencyid)"
                + " where account.name = '" + local + "'";
        String code = "select \"Currency Code\" from " + CUSTOMER + " where \"Name\" = '" + local + "'";
        crm.awaitValue(currency, "EUR");
        String change = "update account set transactioncurrencyid = (select transactioncurrencyid from"
                + " transactioncurrency where isocurrencycode = '%s') where name = '" + local + "'";

        crm.update(String.format(change, "USD"));
        erp.awaitValue(code, "USD");
        crm.update(String.format(change, "EUR"));
        erp.awaitValue(code, "");

        erp.update("update " + CUSTOMER + " set \"Currency Code\" = 'USD' where \"Name\" = '" + local + "'");
        crm.awaitValue(currency, "USD");
        erp.update("update " + CUSTOMER + " set \"Currency Code\" = '' where \"Name\" = '" + local + "'");
        crm.awaitValue(currency, "EUR");
        stack.settle();
    }

    @Test
    @DisplayName("The contact card of the customer follows what the CRM changes, and what the ERP's people change")
    void contactCardsFollow() {
        changeAccount("telephone1 = '+45 3'");
        changeCustomer("\"City\" = 'Aarhus'");
        assertThat(erp.value("select card.\"Phone No_\" || card.\"City\" from " + CONTACT
                        + " card join \"CRONUS$Contact Business Relation\" r on r.\"Contact No_\" = card.\"No_\""
                        + " where r.\"Link to Table\" = 1 and r.\"No_\" = '" + number + "'"))
                .isEqualTo("+45 3Aarhus");
    }

    @Test
    @DisplayName("The primary contact goes both ways with one command each, and then there is silence")
    void primaryContactsGoBothWays() {
        insertPerson("Ann");
        insertPerson("Ben");
        StartedStack.Commands before = stack.commands();
        changeAccount("primarycontactid = " + person("Ann"));
        assertThat(primaryInErp()).isEqualTo("Ann");

        changeCustomer("\"Primary Contact No_\" = (select \"No_\" from " + CONTACT
                + " where \"First Name\" = 'Ben' and \"Surname\" = '" + name + "')");
        assertThat(inCrm("(select c.firstname from contact c where c.contactid = primarycontactid)"))
                .isEqualTo("Ben");
        StartedStack.Commands after = stack.commands();
        assertThat(after.to("erp") - before.to("erp")).isEqualTo(1);
        assertThat(after.to("crm") - before.to("crm")).isEqualTo(1);
    }

    private void insertPerson(String firstName) {
        crm.update("insert into contact (parentcustomerid, firstname, lastname, ownerid) select accountid, '"
                + firstName + "', '" + name + "', ownerid from account where name = '" + name + "'");
        erp.awaitValue(
                "select \"First Name\" from " + CONTACT + " where \"Name\" = '" + firstName + " " + name + "'",
                firstName);
        stack.settle();
    }

    private String person(String firstName) {
        return "(select contactid from contact where firstname = '" + firstName + "' and lastname = '" + name + "')";
    }

    private String primaryInErp() {
        return inErp("(select p.\"First Name\" from " + CONTACT + " p where p.\"No_\" = \"Primary Contact No_\")");
    }

    private void changeAccount(String set) {
        crm.update("update account set " + set + " where name = '" + name + "'");
        stack.settle();
    }

    private void changeCustomer(String set) {
        erp.update("update " + CUSTOMER + " set " + set + " where \"No_\" = '" + number + "'");
        stack.settle();
    }

    private String inErp(String column) {
        return erp.value("select " + column + " from " + CUSTOMER + " where \"No_\" = '" + number + "'");
    }

    private String inCrm(String column) {
        return crm.value("select " + column + " from account where name = '" + name + "'");
    }
}
