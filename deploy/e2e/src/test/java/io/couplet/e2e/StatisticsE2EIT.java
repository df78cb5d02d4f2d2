package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer owes, has ordered and has bought is seen at the account. */
@ExtendWith(StartedStack.Extension.class)
class StatisticsE2EIT {
    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Debtor " + System.nanoTime();

    StatisticsE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @BeforeEach
    void insertCustomer() {
        erp.update("insert into \"CRONUS$Customer\" (\"Name\", \"Salesperson Code\", \"Credit Limit (LCY)\") select '"
                + name
                + "', min(\"Salesperson Code\"), 5000 from \"CRONUS$Customer\" where \"Salesperson Code\" <> ''");
        crm.awaitValue(statistics("trim_scale(nav_creditlimitlcy)"), "5000");
        stack.settle();
    }

    @Test
    @DisplayName("Ordered, shipped, invoiced, overdue, paid: each step shows at the account")
    void eachStepShows() {
        assertThat(amounts()).isEqualTo("0|0|0|0|0|0");

        String order = order("3", "100");
        crm.awaitValue(amountsOf(), "0|360|0|360|0|0");
        post(order, "true, false");
        crm.awaitValue(amountsOf(), "0|0|360|360|0|0");
        post(order, "false, true");
        crm.awaitValue(amountsOf(), "360|0|0|360|0|300");

        String entry = "\"CRONUS$Cust_ Ledger Entry\" where \"Customer No_\" = '" + number() + "'";
        stack.erp("postgres")
                .update("begin; set local erp.posting = 'on'; update "
                        + entry.replace(" where", " set \"Due Date\" = current_date - 2 where") + "; commit");
        crm.awaitValue(amountsOf(), "360|0|0|360|360|300");

        String invoice = erp.value("select \"Document No_\" from " + entry);
        erp.update("do $$ begin perform \"CRONUS$pay\"('" + invoice + "', 60); end $$");
        crm.awaitValue(amountsOf(), "300|0|0|300|300|300");
        erp.update("do $$ begin perform \"CRONUS$pay\"('" + invoice + "'); end $$");
        crm.awaitValue(amountsOf(), "0|0|0|0|0|300");
        stack.settle();
    }

    @Test
    @DisplayName("What was posted cannot be edited; what somebody writes into the CRM's copy is put right")
    void theErpDecides() {
        String order = order("1", "10");
        post(order, "true, true");
        crm.awaitValue(amountsOf(), "12|0|0|12|0|10");
        assertThatThrownBy(() -> erp.update(
                        "update \"CRONUS$Cust_ Ledger Entry\" set \"Amount (LCY)\" = 1 where \"Customer No_\" = '"
                                + number() + "'"))
                .hasStackTraceContaining("is posted and cannot be changed");

        crm.update("update nav_accountstatistics set nav_balancelcy = 1 where nav_customerno = '" + number() + "'");
        stack.settle();
        assertThat(amounts()).isEqualTo("12|0|0|12|0|10");

        crm.update("delete from nav_accountstatistics where nav_customerno = '" + number() + "'");
        stack.settle();
        assertThat(amounts()).as("made again, and the account refers to it").isEqualTo("12|0|0|12|0|10");
    }

    private String order(String quantity, String price) {
        erp.update("insert into \"CRONUS$Sales Header\" (\"Sell-to Customer No_\", \"Your Reference\") values ('"
                + number() + "', '" + name + "')");
        String order =
                erp.value("select \"No_\" from \"CRONUS$Sales Header\" where \"Your Reference\" = '" + name + "'");
        erp.update(
                "insert into \"CRONUS$Sales Line\" (\"Document No_\", \"Type\", \"No_\", \"Quantity\", \"Unit Price\") select '"
                        + order + "', 2, min(\"No_\"), " + quantity + ", " + price
                        + " from \"CRONUS$Item\" where not \"Blocked\"");
        return order;
    }

    private void post(String order, String shipAndInvoice) {
        erp.update("do $$ begin perform \"CRONUS$post_order\"('" + order + "', " + shipAndInvoice + "); end $$");
    }

    private String number() {
        return erp.value("select \"No_\" from \"CRONUS$Customer\" where \"Name\" = '" + name + "'");
    }

    private String amounts() {
        return crm.value(amountsOf());
    }

    /** Balance, ordered, shipped, all three, overdue, sales. */
    private String amountsOf() {
        return statistics("concat_ws('|', trim_scale(nav_balancelcy), trim_scale(nav_outstandingorderslcy),"
                + " trim_scale(nav_shippednotinvoicedlcy), trim_scale(nav_totallcy), trim_scale(nav_overdueamountslcy),"
                + " trim_scale(nav_totalsaleslcy))");
    }

    private String statistics(String what) {
        return "select " + what
                + " from nav_accountstatistics join account using (nav_accountstatisticsid) where account.name = '"
                + name + "'";
    }
}
