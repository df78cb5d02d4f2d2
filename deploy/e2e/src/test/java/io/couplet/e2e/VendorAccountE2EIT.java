package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Vendors and customers share the account, and each keeps to its own. */
@ExtendWith(StartedStack.Extension.class)
class VendorAccountE2EIT {
    private static final String VENDOR = "\"CRONUS$Vendor\"";
    private static final String CONTACT = "\"CRONUS$Contact\"";
    private static final String CUSTOMER = "\"CRONUS$Customer\"";
    private static final String VENDOR_TYPE = "11";
    private static final String CUSTOMER_TYPE = "3";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Supplier " + System.nanoTime();
    private String number = "";
    private String account = "";

    VendorAccountE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A coupled pair of its own for each test: an ERP vendor with its account. */
    @BeforeEach
    void insertVendor() {
        erp.update("insert into " + VENDOR + " (\"Name\", \"Purchaser Code\") select '" + name
                + "', min(\"Purchaser Code\") from " + VENDOR + " where \"Purchaser Code\" <> ''");
        crm.awaitValue("select name from account where name = '" + name + "'", name);
        number = erp.value("select \"No_\" from " + VENDOR + " where \"Name\" = '" + name + "'");
        account = crm.value("select accountid from account where name = '" + name + "'");
        stack.settle();
    }

    @Test
    @DisplayName(
            "A vendor inserted in the ERP appears as an account of type vendor that belongs to its purchaser, and makes no customer")
    void insertedVendorAppearsAsAccount() {
        assertThat(inCrm("accountnumber || '|' || customertypecode")).isEqualTo(number + "|" + VENDOR_TYPE);
        assertThat(inCrm("(select internalemailaddress from systemuser where systemuserid = ownerid)"))
                .isNotEmpty()
                .isEqualToIgnoringCase(erp.value("select s.\"E-Mail\" from " + VENDOR
                        + " v join \"CRONUS$Salesperson_Purchaser\" s on s.\"Code\" = v.\"Purchaser Code\" where v.\"No_\" = '"
                        + number + "'"));
        assertThat(erp.values("select \"No_\" from " + CUSTOMER + " where \"Name\" = '" + name + "'"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "An account of type vendor inserted in the CRM appears as a vendor with a number from the series, and as no customer")
    void insertedAccountAppearsAsVendor() {
        String other = insertAccount();
        String no = erp.value("select \"No_\" from " + VENDOR + " where \"Name\" = '" + other + "'");
        assertThat(crm.value("select accountnumber from account where name = '" + other + "'"))
                .isEqualTo(no);
        assertThat(no).matches("V\\d+");
        assertThat(erp.values("select \"No_\" from " + CUSTOMER + " where \"Name\" = '" + other + "'"))
                .isEmpty();
    }

    @Test
    @DisplayName("Edits go both ways, each with one command; what we write ourselves is seen and goes nowhere")
    void editsGoBothWays() {
        StartedStack.Commands before = stack.commands();
        erp.update("update " + VENDOR + " set \"Phone No_\" = '+45 1' where \"No_\" = '" + number + "'");
        stack.settle();
        crm.update("update account set fax = '+45 2' where accountid = '" + account + "'");
        stack.settle();
        StartedStack.Commands after = stack.commands();

        assertThat(inCrm("telephone1")).isEqualTo("+45 1");
        assertThat(inErp("\"Fax No_\"")).isEqualTo("+45 2");
        assertThat(after.to("crm") - before.to("crm")).isEqualTo(1);
        assertThat(after.to("erp") - before.to("erp")).isEqualTo(1);
    }

    @Test
    @DisplayName("An account that becomes a customer's rests for its vendor and gets a customer; and back again")
    void theRelationshipTypeDecides() {
        String other = insertAccount();
        String vendor = " from " + VENDOR + " where \"Name\" = '" + other + "'";
        String customer = " from " + CUSTOMER + " where \"Name\" = '" + other + "'";

        change(other, "customertypecode = " + CUSTOMER_TYPE);
        change(other, "fax = 'customer'");
        assertThat(erp.values("select \"Fax No_\"" + customer)).containsExactly("customer");
        assertThat(erp.values("select \"Fax No_\"" + vendor)).containsExactly("");

        change(other, "customertypecode = " + VENDOR_TYPE);
        assertThat(erp.values("select \"Fax No_\"" + vendor)).containsExactly("customer");
        change(other, "fax = 'vendor'");
        assertThat(erp.values("select \"Fax No_\"" + vendor)).containsExactly("vendor");
        assertThat(erp.values("select \"Fax No_\"" + customer)).containsExactly("customer");
    }

    @Test
    @DisplayName(
            "Also an account that Couplet made for a vendor gets a customer when it becomes one, and nobody has to release it")
    void theRelationshipTypeDecidesOfOurOwnAccounts() {
        change(name, "customertypecode = " + CUSTOMER_TYPE);
        change(name, "fax = 'customer'");
        assertThat(erp.values("select \"Fax No_\" from " + CUSTOMER + " where \"Name\" = '" + name + "'"))
                .containsExactly("customer");
        assertThat(inErp("\"Fax No_\"")).isEmpty();
    }

    @Test
    @DisplayName(
            "People who work for a vendor go both ways, as its primary contact, too, and wait for a vendor that is not there yet")
    void itsPeopleGoBothWays() {
        erp.update("insert into " + CONTACT
                + " (\"Type\", \"Company No_\", \"First Name\", \"Surname\", \"Salesperson Code\")"
                + " select 1, c.\"No_\", 'Ada', '" + name + "', v.\"Purchaser Code\" from " + CONTACT + " c join "
                + VENDOR
                + " v on c.\"Business Relation\" = 'vendor/' || v.\"No_\" where c.\"Type\" = 0 and v.\"No_\" = '"
                + number + "'");
        crm.awaitValue(
                "select parentcustomerid from contact where firstname = 'Ada' and lastname = '" + name + "'", account);
        erp.update("update " + VENDOR + " set \"Primary Contact No_\" = (select \"No_\" from " + CONTACT
                + " where \"Type\" = 1 and \"Surname\" = '" + name + "') where \"No_\" = '" + number + "'");
        crm.awaitValue(
                "select firstname from contact join account on contactid = primarycontactid where accountid = '"
                        + account + "'",
                "Ada");

        String other = "Other " + name;
        crm.update("insert into account (name, customertypecode, ownerid, statecode) select '" + other + "', "
                + VENDOR_TYPE + ", ownerid, 1 from account where accountid = '" + account + "'");
        crm.update(
                "insert into contact (firstname, lastname, parentcustomerid, parentcustomeridtype, ownerid) select 'Bea', '"
                        + name + "', accountid, 'account', ownerid from account where name = '" + other + "'");
        stack.settle();
        assertThat(erp.values(bea("\"No_\""))).as("her vendor is not there").isEmpty();
        crm.update("update account set statecode = 0 where name = '" + other + "'");
        erp.awaitValue("select \"Name\" from " + VENDOR + " where \"Name\" = '" + other + "'", other);
        erp.awaitValue(bea("\"Business Relation\""), "vendor/" + number(other));
        crm.update(
                "update account set primarycontactid = (select contactid from contact where firstname = 'Bea' and lastname = '"
                        + name + "') where name = '" + other + "'");
        erp.awaitValue(
                "select \"Primary Contact No_\" from " + VENDOR + " where \"Name\" = '" + other + "'",
                erp.value(bea("\"No_\"")));

        crm.update("update contact set parentcustomerid = '" + account + "' where firstname = 'Bea' and lastname = '"
                + name + "'");
        erp.awaitValue(bea("\"Business Relation\""), "vendor/" + number);
        stack.settle();
        assertThat(crm.value("select count(*) from contact where lastname = '" + name + "'"))
                .isEqualTo("2");
    }

    private String bea(String column) {
        return "select " + column + " from " + CONTACT
                + " where \"Type\" = 1 and \"First Name\" = 'Bea' and \"Surname\" = '" + name + "'";
    }

    private String number(String vendor) {
        return erp.value("select \"No_\" from " + VENDOR + " where \"Name\" = '" + vendor + "'");
    }

    @Test
    @DisplayName("Somebody who goes from a customer to a vendor in the one system does so in the other")
    void whoeverChangesSidesDoesSoOnBoth() {
        String customer = "Buyer " + name;
        crm.update("insert into account (name, customertypecode, ownerid) select '" + customer + "', " + CUSTOMER_TYPE
                + ", ownerid from account where accountid = '" + account + "'");
        crm.update(
                "insert into contact (firstname, lastname, parentcustomerid, parentcustomeridtype, ownerid) select 'Bea', '"
                        + name + "', accountid, 'account', ownerid from account where name = '" + customer + "'");
        String relation = bea("split_part(\"Business Relation\", '/', 1)");
        erp.awaitValue(relation, "customer");
        stack.settle();

        crm.update("update contact set parentcustomerid = '" + account + "' where firstname = 'Bea' and lastname = '"
                + name + "'");
        erp.awaitValue(relation, "vendor");
        stack.settle();
        erp.update("update " + CONTACT + " set \"Company No_\" = (select \"No_\" from " + CONTACT
                + " where \"Type\" = 0 and \"Name\" = '" + customer
                + "') where \"Type\" = 1 and \"First Name\" = 'Bea' and \"Surname\" = '" + name + "'");
        crm.awaitValue(
                "select a.name from contact c join account a on a.accountid = c.parentcustomerid where firstname = 'Bea' and lastname = '"
                        + name + "'",
                customer);
        stack.settle();
    }

    /** An account of type vendor, entered in the CRM and coupled; its name. */
    private String insertAccount() {
        String other = "New " + name;
        crm.update("insert into account (name, customertypecode, ownerid) select '" + other + "', " + VENDOR_TYPE
                + ", ownerid from account where accountid = '" + account + "'");
        erp.awaitValue("select \"Name\" from " + VENDOR + " where \"Name\" = '" + other + "'", other);
        stack.settle();
        return other;
    }

    private void change(String accountName, String set) {
        crm.update("update account set " + set + " where name = '" + accountName + "'");
        stack.settle();
    }

    @Test
    @DisplayName("What the ERP refuses is set aside in its own words, and goes on when it is put right")
    void aRefusalIsSetAside() {
        crm.update("update account set telephone1 = repeat('1', 31) where accountid = '" + account + "'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "vendor-account")
                                .output())
                        .contains("vendor-account")
                        .contains("Phone No_ may have at most 30 characters"));
        assertThat(inErp("\"Phone No_\"")).isEmpty();

        crm.update("update account set telephone1 = '31' where accountid = '" + account + "'");
        stack.settle();
        assertThat(inErp("\"Phone No_\"")).isEqualTo("31");
    }

    @Test
    @DisplayName("A deleted vendor leaves its account as it is; the account is not made a vendor again")
    void deletedVendorIsUncoupled() {
        erp.update("delete from " + VENDOR + " where \"No_\" = '" + number + "'");
        stack.settle();
        crm.update("update account set fax = '1' where accountid = '" + account + "'");
        stack.settle();
        assertThat(inCrm("name")).isEqualTo(name);
        assertThat(erp.values("select \"No_\" from " + VENDOR + " where \"Name\" = '" + name + "'"))
                .isEmpty();
    }

    @Test
    @DisplayName("A deleted account leaves its vendor as it is")
    void deletedAccountIsUncoupled() {
        crm.update("delete from account where accountid = '" + account + "'");
        stack.settle();
        assertThat(inErp("\"Name\"")).isEqualTo(name);
    }

    private String inErp(String column) {
        return erp.value("select " + column + " from " + VENDOR + " where \"No_\" = '" + number + "'");
    }

    private String inCrm(String column) {
        return crm.value("select " + column + " from account where accountid = '" + account + "'");
    }
}
