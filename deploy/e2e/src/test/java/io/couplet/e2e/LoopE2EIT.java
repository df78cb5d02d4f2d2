package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An edit in one system reaches the other, once, and nothing echoes. */
@ExtendWith(StartedStack.Extension.class)
class LoopE2EIT {
    private static final String CUSTOMER = "\"CRONUS$Customer\"";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private String number = "";
    private String account = "";

    LoopE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A coupled pair of its own for each test: an ERP customer with its account. */
    @BeforeEach
    void insertCustomer() {
        String name = "Pair " + System.nanoTime();
        String salesperson = anySalesperson();
        erp.update("insert into " + CUSTOMER + " (\"Name\", \"Salesperson Code\", \"Currency Code\") values ('" + name
                + "', '" + salesperson + "', '" + anyCurrency(0) + "')");
        crm.awaitValue("select name from account where name = '" + name + "'", name);
        number = erp.value("select \"No_\" from " + CUSTOMER + " where \"Name\" = '" + name + "'");
        account = crm.value("select accountid from account where name = '" + name + "'");
        stack.settle();
    }

    private String anySalesperson() {
        return erp.value("select s.\"Code\" from \"CRONUS$Salesperson_Purchaser\" s join " + CUSTOMER
                + " c on c.\"Salesperson Code\" = s.\"Code\" order by 1 limit 1");
    }

    private String anyCurrency(int skip) {
        return erp.value("select distinct \"Currency Code\" from " + CUSTOMER
                + " where \"Currency Code\" <> '' order by 1 offset " + skip + " limit 1");
    }

    @Test
    @DisplayName("A customer inserted in the ERP appears as an account with the right owner, currency and number")
    void insertedCustomerAppearsAsAccount() {
        String owner =
                crm.value("select u.internalemailaddress from account a join systemuser u on u.systemuserid = a.ownerid"
                        + " where accountid = '" + account + "'");
        String salesperson = erp.value("select s.\"E-Mail\" from " + CUSTOMER
                + " c join \"CRONUS$Salesperson_Purchaser\" s on s.\"Code\" = c.\"Salesperson Code\" where c.\"No_\" = '"
                + number
                + "'");
        assertThat(owner).isNotEmpty().isEqualToIgnoringCase(salesperson);
        assertThat(crm.value(
                        "select isocurrencycode from account join transactioncurrency using (transactioncurrencyid)"
                                + " where accountid = '" + account + "'"))
                .isEqualTo(
                        erp.value("select \"Currency Code\" from " + CUSTOMER + " where \"No_\" = '" + number + "'"));
        assertThat(crm.value("select accountnumber from account where accountid = '" + account + "'"))
                .isEqualTo(number);
    }

    @Test
    @DisplayName("An account inserted in the CRM appears as a customer with a number from the series")
    void insertedAccountAppearsAsCustomer() {
        String name = "Account " + System.nanoTime();
        stack.sql(
                "crm",
                "carla",
                "insert into account (name, customertypecode, ownerid, transactioncurrencyid) select '" + name
                        + "', 3, ownerid, transactioncurrencyid from account where accountid = '" + account + "'");
        erp.awaitValue("select \"Name\" from " + CUSTOMER + " where \"Name\" = '" + name + "'", name);
        String no = erp.value("select \"No_\" from " + CUSTOMER + " where \"Name\" = '" + name + "'");
        assertThat(no).matches("C\\d+");
        crm.awaitValue("select accountnumber from account where name = '" + name + "'", no);
        assertThat(erp.value("select \"Salesperson Code\" from " + CUSTOMER + " where \"No_\" = '" + no + "'"))
                .isEqualTo(erp.value(
                        "select \"Salesperson Code\" from " + CUSTOMER + " where \"No_\" = '" + number + "'"));
        stack.settle();
    }

    @Test
    @DisplayName(
            "Each edit of name, phone, salesperson and currency causes exactly one command, then the topics fall silent")
    void eachErpEditCausesOneCommand() {
        String otherSalesperson = erp.value("select distinct \"Salesperson Code\" from " + CUSTOMER
                + " where \"Salesperson Code\" not in ('', '" + anySalesperson() + "') order by 1 limit 1");
        Map<String, String> edits = new TreeMap<>(Map.of(
                "\"Name\"",
                "Renamed " + number,
                "\"Phone No_\"",
                "+45 12 34 56",
                "\"Salesperson Code\"",
                otherSalesperson,
                "\"Currency Code\"",
                anyCurrency(1)));
        edits.forEach((column, value) -> oneCommandTo(
                "crm",
                () -> erp.update("update " + CUSTOMER + " set " + column + " = '" + value + "' where \"No_\" = '"
                        + number + "'")));
        assertSilent();
        assertThat(crm.value("select name || '|' || telephone1 from account where accountid = '" + account + "'"))
                .isEqualTo("Renamed " + number + "|+45 12 34 56");
        assertThat(crm.value(
                        "select isocurrencycode from account join transactioncurrency using (transactioncurrencyid)"
                                + " where accountid = '" + account + "'"))
                .isEqualTo(anyCurrency(1));
    }

    @Test
    @DisplayName("The same from a CRM user")
    void eachCrmEditCausesOneCommand() {
        String owner = crm.value("select distinct ownerid from account where ownerid is not null and ownerid <>"
                + " (select ownerid from account where accountid = '" + account
                + "') and accountnumber is not null limit 1");
        String currency = crm.value("select distinct transactioncurrencyid from account where transactioncurrencyid <>"
                + " (select transactioncurrencyid from account where accountid = '" + account
                + "') and transactioncurrencyid not in (select transactioncurrencyid from transactioncurrency where isocurrencycode = 'EUR')"
                + " and accountnumber is not null limit 1");
        Map<String, String> edits = new TreeMap<>(Map.of(
                "name",
                "CRM " + number,
                "telephone1",
                "+46 98 76",
                "ownerid",
                owner,
                "transactioncurrencyid",
                currency));
        edits.forEach((column, value) -> oneCommandTo(
                "erp",
                () -> crm.update(
                        "update account set " + column + " = '" + value + "' where accountid = '" + account + "'")));
        assertSilent();
        assertThat(erp.value("select \"Name\" || '|' || \"Phone No_\" from " + CUSTOMER + " where \"No_\" = '" + number
                        + "'"))
                .isEqualTo("CRM " + number + "|+46 98 76");
        assertThat(erp.value("select \"Currency Code\" from " + CUSTOMER + " where \"No_\" = '" + number + "'"))
                .isEqualTo(crm.value("select isocurrencycode from transactioncurrency where transactioncurrencyid = '"
                        + currency + "'"));
    }

    private void oneCommandTo(String system, Runnable edit) {
        String other = system.equals("erp") ? "crm" : "erp";
        StartedStack.Commands before = stack.commands();
        edit.run();
        stack.settle();
        StartedStack.Commands after = stack.commands();
        assertThat(after.to(system) - before.to(system)).isEqualTo(1);
        assertThat(after.to(other) - before.to(other)).isZero();
    }

    /** No topic but the heartbeats' grows over two heartbeats. */
    private void assertSilent() {
        Map<String, Long> before = ends();
        long heartbeats = before.getOrDefault("couplet.capture-offsets", 0L);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ends().getOrDefault("couplet.capture-offsets", 0L) >= heartbeats + 2);
        Map<String, Long> after = ends();
        before.remove("couplet.capture-offsets");
        after.remove("couplet.capture-offsets");
        assertThat(after).isEqualTo(before);
    }

    private Map<String, Long> ends() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.endpoints().bootstrap()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (var topic : admin.describeTopics(admin.listTopics().names().get())
                    .allTopicNames()
                    .get()
                    .values()) {
                topic.partitions()
                        .forEach(p -> latest.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
            Map<String, Long> ends = new TreeMap<>();
            admin.listOffsets(latest).all().get().forEach((p, end) -> ends.merge(p.topic(), end.offset(), Long::sum));
            return ends;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("The same edit made as the integration account causes no command")
    void editsOfTheIntegrationAccountStayWhereTheyAre() {
        StartedStack.Commands commands = stack.commands();
        String before = crm.value("select telephone1 from account where accountid = '" + account + "'");
        stack.sql(
                "erp", "couplet", "update " + CUSTOMER + " set \"Phone No_\" = '999' where \"No_\" = '" + number + "'");
        stack.settle();
        assertThat(stack.commands().to("crm")).isEqualTo(commands.to("crm"));
        assertThat(crm.value("select telephone1 from account where accountid = '" + account + "'"))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("A customer whose salesperson has no user is parked, says for whom it waits, and is released")
    void customerWaitsForItsSalespersonsUser() {
        String code = "W" + System.nanoTime() % 1_000_000;
        String mail = code.toLowerCase(Locale.ROOT) + "@couplet.example";
        erp.update("insert into \"CRONUS$Salesperson_Purchaser\" (\"Code\", \"Name\", \"E-Mail\") values ('" + code
                + "', 'Waited For', '" + mail + "')");
        String name = "Waits " + code;
        erp.update("insert into " + CUSTOMER + " (\"Name\", \"Salesperson Code\") values ('" + name + "', '" + code
                + "')");
        stack.settle();
        assertThat(crm.values("select name from account where name = '" + name + "'"))
                .isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(waitsFor()).contains("salesperson/code=" + code));

        crm.update(
                "insert into systemuser (fullname, internalemailaddress, isdisabled, islicensed, isintegrationuser) values"
                        + " ('Waited For', '" + mail + "', false, true, false)");
        crm.awaitValue("select name from account where name = '" + name + "'", name);
        stack.settle();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(waitsFor()).doesNotContain("code=" + code));
    }

    private String waitsFor() {
        StringBuilder all = new StringBuilder();
        for (JsonNode parked : stack.status().at("/parked")) {
            all.append(parked.at("/waitsFor")).append('\n');
        }
        return all.toString();
    }

    @Test
    @DisplayName(
            "Two people change different fields of the same pair at the same moment: both edits survive on both sides")
    void differentFieldsMerge() throws SQLException {
        bothAtOnce("\"Phone No_\" = 'phone by anna'", "fax = 'fax by carla'");
        assertThat(crm.value("select telephone1 || '|' || fax from account where accountid = '" + account + "'"))
                .isEqualTo("phone by anna|fax by carla");
        assertThat(erp.value("select \"Phone No_\" || '|' || \"Fax No_\" from " + CUSTOMER + " where \"No_\" = '"
                        + number + "'"))
                .isEqualTo("phone by anna|fax by carla");
    }

    @Test
    @DisplayName("Same field: the named policy decides and the audit holds the loser")
    void sameFieldIsDecidedByPolicyAndAudited() throws SQLException {
        String byAnna = "anna " + number;
        String byCarla = "carla " + number;
        bothAtOnce("\"Phone No_\" = '" + byAnna + "'", "telephone1 = '" + byCarla + "'");
        String inCrm = crm.value("select telephone1 from account where accountid = '" + account + "'");
        String inErp = erp.value("select \"Phone No_\" from " + CUSTOMER + " where \"No_\" = '" + number + "'");
        assertThat(inErp).isEqualTo(inCrm).isIn(byAnna, byCarla);
        String loser = inErp.equals(byAnna) ? byCarla : byAnna;
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(stack.couplet("audit").output())
                        .contains(loser)
                        .contains("latest-wins"));
    }

    /** Both transactions are open before either commits. */
    private void bothAtOnce(String erpSet, String crmSet) throws SQLException {
        try (Connection inErp = erp.connect();
                Connection inCrm = crm.connect();
                Statement erpEdit = inErp.createStatement();
                Statement crmEdit = inCrm.createStatement()) {
            inErp.setAutoCommit(false);
            inCrm.setAutoCommit(false);
            erpEdit.executeUpdate("update " + CUSTOMER + " set " + erpSet + " where \"No_\" = '" + number + "'");
            crmEdit.executeUpdate("update account set " + crmSet + " where accountid = '" + account + "'");
            inErp.commit();
            inCrm.commit();
        }
        stack.settle();
    }

    @Test
    @DisplayName("A deleted customer leaves its account as it is; the account is not made a customer again")
    void deletedCustomerIsUncoupled() {
        stack.sql("erp", "anna", "delete from " + CUSTOMER + " where \"No_\" = '" + number + "'");
        stack.settle();
        assertThat(crm.values("select name from account where accountid = '" + account + "'"))
                .hasSize(1);
        stack.sql("crm", "carla", "update account set fax = '1' where accountid = '" + account + "'");
        stack.settle();
        assertThat(erp.values("select \"No_\" from " + CUSTOMER + " where \"No_\" = '" + number + "'"))
                .isEmpty();
    }
}
