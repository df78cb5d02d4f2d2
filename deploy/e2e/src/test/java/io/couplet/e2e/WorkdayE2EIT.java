package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People work in both systems for a while, and both end in step. */
@ExtendWith(StartedStack.Extension.class)
class WorkdayE2EIT {
    private final StartedStack stack;

    WorkdayE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("A generated working day does every deed, and each order that was submitted is one of the ERP, once")
    void theDayEndsInStep() {
        Ran ran = stack.couplet("workday", "--rate", "20", "--for", "20s", "--seed", "3");
        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(ran.output())
                .contains("seed 3")
                .containsPattern("order submitted +[1-9]")
                .containsPattern("order released and shipped +[1-9]")
                .containsPattern("order invoiced +[1-9]")
                .containsPattern("order posted in one step +[1-9]")
                .containsPattern("invoice paid +[1-9]")
                .containsPattern("address of a customer +[1-9]")
                .containsPattern("price of an item +[1-9]");

        stack.settle();
        assertThat(stack.couplet("set-aside", "--mapping", "sales-order").output())
                .as("that orders are deleted once they are invoiced stops nothing")
                .doesNotContain("mass-delete");
        assertThat(stack.erp("anna")
                        .values(
                                "select \"External Document No_\" from \"CRONUS$Sales Header\" where \"External Document No_\" like"
                                        + " 'Workday%' union all select \"External Document No_\" from \"CRONUS$Sales Invoice Header\" where"
                                        + " \"External Document No_\" like 'Workday%'"))
                .containsExactlyInAnyOrderElementsOf(
                        stack.crm("carla").values("select name from salesorder where name like 'Workday%'"));
        assertThat(stack.crm("carla")
                        .values(
                                "select concat_ws(' ', name, bcbi_businesscentralordernumber) from salesorder where name like 'Workday%' and"
                                        + " statecode = 4"))
                .as("what is invoiced shows it in the CRM, with the ERP's number")
                .containsExactlyInAnyOrderElementsOf(stack.erp("anna")
                        .values(
                                "select concat_ws(' ', \"External Document No_\", \"Order No_\") from \"CRONUS$Sales Invoice Header\" where"
                                        + " \"External Document No_\" like 'Workday%'"));
        assertThat(stack.couplet("workday", "--for", "soon").output())
                .contains("--for takes a time such as 30s, 10m or 8h, not 'soon'");
    }
}
