package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deals: entered in either system, planned in the ERP. */
@ExtendWith(StartedStack.Extension.class)
class OpportunityE2EIT {
    private static final String OPPORTUNITY = "\"CRONUS$Opportunity\"";
    private static final String CONTACT = "\"CRONUS$Contact\"";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Deal " + System.nanoTime();

    /** A person of the sample data who works for a customer. */
    private String contactNo = "";

    private String opportunity = "";

    OpportunityE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A coupled pair of its own for each test: an ERP opportunity with its counterpart. */
    @BeforeEach
    void insertOpportunity() {
        contactNo = erp.value("select min(\"No_\") from " + CONTACT
                + " where \"Type\" = 1 and \"Customer No_\" <> '' and \"E-Mail\" <> ''");
        erp.update("insert into " + OPPORTUNITY
                + " (\"Description\", \"Contact No_\", \"Estimated Value (LCY)\", \"Estimated Closing Date\") values ('"
                + name + "', '" + contactNo + "', 1250.5, '2027-01-31')");
        crm.awaitValue("select name from opportunity where name = '" + name + "'", name);
        opportunity = crm.value("select opportunityid from opportunity where name = '" + name + "'");
        stack.settle();
    }

    @Test
    @DisplayName(
            "An opportunity of the ERP appears with its contact, the account of the contact's company, its owner, value and date")
    void insertedInTheErp() {
        assertThat(inCrm("(select c.emailaddress1 from contact c where c.contactid = parentcontactid)"))
                .isEqualToIgnoringCase(
                        erp.value("select \"E-Mail\" from " + CONTACT + " where \"No_\" = '" + contactNo + "'"));
        assertThat(inCrm("(select a.accountnumber from account a where a.accountid = opportunity.parentaccountid)"))
                .isEqualTo(
                        erp.value("select \"Customer No_\" from " + CONTACT + " where \"No_\" = '" + contactNo + "'"));
        assertThat(inCrm("(select u.internalemailaddress from systemuser u where u.systemuserid = ownerid)"))
                .isEqualToIgnoringCase(erp.value("select s.\"E-Mail\" from " + OPPORTUNITY
                        + " o join \"CRONUS$Salesperson_Purchaser\" s on s.\"Code\" = o.\"Salesperson Code\" where o.\"Description\" = '"
                        + name + "'"));
        assertThat(inCrm("round(estimatedvalue, 2) || ' ' || estimatedclosedate"))
                .isEqualTo("1250.50 2027-01-31");
    }

    @Test
    @DisplayName(
            "An opportunity of the CRM appears with a number, its contact, and the company that the ERP finds through it")
    void insertedInTheCrm() {
        String other = "New " + name;
        crm.update("insert into opportunity (name, parentcontactid, ownerid) select '" + other
                + "', parentcontactid, ownerid from opportunity where opportunityid = '" + opportunity + "'");
        erp.awaitValue(
                "select \"Description\" from " + OPPORTUNITY + " where \"Description\" = '" + other + "'", other);
        stack.settle();

        assertThat(erp.value("select \"No_\" from " + OPPORTUNITY + " where \"Description\" = '" + other + "'"))
                .matches("OP\\d+");
        assertThat(erp.value("select \"Contact No_\" from " + OPPORTUNITY + " where \"Description\" = '" + other + "'"))
                .isEqualTo(contactNo);
        assertThat(crm.value("select parentaccountid from opportunity where name = '" + other + "'"))
                .isEqualTo(inCrm("parentaccountid"));
    }

    @Test
    @DisplayName(
            "The name goes both ways, with one command each; what is planned in the ERP is put back where the CRM changes it")
    void editsGoTheirWay() {
        StartedStack.Commands before = stack.commands();
        erp.update("update " + OPPORTUNITY + " set \"Description\" = '" + name + " 1' where \"Description\" = '" + name
                + "'");
        stack.settle();
        crm.update("update opportunity set name = '" + name + " 2' where opportunityid = '" + opportunity + "'");
        stack.settle();
        StartedStack.Commands after = stack.commands();
        assertThat(erp.value(
                        "select \"Description\" from " + OPPORTUNITY + " where \"Description\" like '" + name + "%'"))
                .isEqualTo(name + " 2");
        assertThat(after.to("crm") - before.to("crm")).isEqualTo(1);
        assertThat(after.to("erp") - before.to("erp")).isEqualTo(1);

        crm.update("update opportunity set estimatedvalue = 1 where opportunityid = '" + opportunity + "'");
        stack.settle();
        assertThat(inCrm("round(estimatedvalue, 2)")).isEqualTo("1250.50");
    }

    @Test
    @DisplayName("What is won in the ERP is left alone in the CRM; edits of it go nowhere")
    void closedOnesAreLeftAlone() {
        erp.update("update " + OPPORTUNITY + " set \"Status\" = 2, \"Description\" = 'won' where \"Description\" = '"
                + name + "'");
        stack.settle();

        assertThat(inCrm("name || ' ' || statecode")).isEqualTo(name + " 0");
    }

    @Test
    @DisplayName("What the ERP refuses is set aside in its own words, and goes on when it is put right")
    void aRefusalIsSetAside() {
        crm.update("update opportunity set name = repeat('n', 101) where opportunityid = '" + opportunity + "'");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "opportunity")
                                .output())
                        .contains("Description may have at most 100 characters"));

        crm.update("update opportunity set name = '" + name + "' where opportunityid = '" + opportunity + "'");
        stack.settle();
        assertThat(stack.couplet("set-aside", "--mapping", "opportunity").output())
                .doesNotContain("Description may have at most");
    }

    @Test
    @DisplayName("A delete on either side leaves the other one as it is")
    void deletedOnesAreUncoupled() {
        erp.update("delete from " + OPPORTUNITY + " where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(inCrm("name")).isEqualTo(name);
        crm.update("delete from opportunity where opportunityid = '" + opportunity + "'");
        insertOpportunity();
        crm.update("delete from opportunity where opportunityid = '" + opportunity + "'");
        stack.settle();
        assertThat(erp.value("select \"Description\" from " + OPPORTUNITY + " where \"Description\" = '" + name + "'"))
                .isEqualTo(name);
    }

    private String inCrm(String column) {
        return crm.value("select " + column + " from opportunity where opportunityid = '" + opportunity + "'");
    }
}
