package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of the CRM become orders of the company that they say, and of no other. */
@ExtendWith(StartedStack.Extension.class)
class CompanyOrdersE2EIT {
    private static final String HOME = "CRONUS";
    private static final String OTHER = "FABRIKAM";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Company order " + System.nanoTime();

    CompanyOrdersE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, OTHER})
    @DisplayName("A submitted order of a company becomes an order of that company and of no other")
    void anOrderBelongsToItsCompany(String company) {
        insertAccount(company);
        submitOrder(id(company), company);
        erp.awaitValue(orders(company), "1");
        stack.settle();

        assertThat(erp.value(orders(company.equals(HOME) ? OTHER : HOME))).isEqualTo("0");
        assertThat(order("bcbi_companyidname || ' ' || bcbi_businesscentralordernumber"))
                .isEqualTo(company + " "
                        + erp.value("select \"No_\" from \"" + company
                                + "$Sales Header\" where \"External Document No_\" = '" + name + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, OTHER})
    @DisplayName("An invoice that a company posts is that company's in the CRM, with its customer, order and product")
    void anInvoiceBelongsToItsCompany(String company) {
        insertAccount(company);
        submitOrder(id(company), company);
        erp.awaitValue(orders(company), "1");
        stack.settle();
        String invoice = erp.value("select \"" + company + "$post_order\"(\"No_\") from \"" + company
                + "$Sales Header\" where \"External Document No_\" = '" + name + "'");
        String lines = "select concat_ws(' ', i.bcbi_companyidname, a.name = '" + name + "', o.name = '" + name
                + "', p.bcbi_companyidname) from invoice i join invoicedetail d using (invoiceid)"
                + " join account a on a.accountid = i.customerid join salesorder o on o.salesorderid = i.salesorderid"
                + " join product p on p.productid = d.productid where i.invoicenumber = '" + invoice + "'";
        crm.awaitValue(lines, company + " t t " + company);
        stack.settle();
        assertThat(crm.value("select bcbi_businesscentrallinenumber || ': ' || trim_scale(quantityshipped)"
                        + " from salesorderdetail join salesorder o using (salesorderid) where o.name = '" + name
                        + "'"))
                .isEqualTo("10000: 2");
    }

    @Test
    @DisplayName("An order of no company becomes the home company's, and says so")
    void nobodysOrdersAreTheHomeCompanys() {
        insertAccount(HOME);
        submitOrder("null", HOME);
        erp.awaitValue(orders(HOME), "1");
        stack.settle();

        assertThat(erp.value(orders(OTHER))).isEqualTo("0");
        assertThat(order("bcbi_companyidname")).isEqualTo(HOME);
    }

    @Test
    @DisplayName("An order of another company's product is refused in the ERP's words; none of the companies takes it")
    void anOrderOfAnotherCompanysProductIsRefused() {
        insertAccount(OTHER);
        submitOrder(id(OTHER), HOME);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                stack.couplet("set-aside", "--kind", "rejected").output())
                        .contains("sales-order@FABRIKAM")
                        .contains("there is no item"));

        assertThat(erp.value(orders(OTHER))).isEqualTo("0");
        assertThat(erp.value(orders(HOME))).isEqualTo("0");
        crm.update("delete from salesorder where name = '" + name + "'");
        stack.settle();
    }

    @Test
    @DisplayName(
            "An order of one company for the other's customer waits for that customer; none of the companies takes it")
    void anOrderForAnotherCompanysCustomerWaits() {
        insertAccount(OTHER);
        submitOrder(id(HOME), HOME);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(stack.couplet("set-aside", "--kind", "parked", "--mapping", "sales-order")
                                        .output())
                                .contains("crm/account/"
                                        + crm.value("select accountid from account where name = '" + name + "'")));

        assertThat(erp.value(orders(OTHER))).isEqualTo("0");
        assertThat(erp.value(orders(HOME))).isEqualTo("0");
        crm.update("update salesorder set bcbi_companyid = " + id(OTHER) + " where name = '" + name + "'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "sales-order@FABRIKAM")
                                .output())
                        .contains("there is no item"));
        crm.update("delete from salesorder where name = '" + name + "'");
        stack.settle();
    }

    /** An account of that company, entered in the CRM and coupled. */
    private void insertAccount(String company) {
        crm.update("insert into account (name, customertypecode, bcbi_companyid, ownerid) select '" + name + "', 3, "
                + id(company) + ", ownerid from account where ownerid is not null limit 1");
        erp.awaitValue("select \"Name\" from \"" + company + "$Customer\" where \"Name\" = '" + name + "'", name);
        stack.settle();
    }

    /** An order of this test's account, of one product of a company. */
    private void submitOrder(String companyId, String companyOfProduct) {
        crm.update("insert into salesorder (name, bcbi_companyid, customerid, ownerid) select '" + name + "', "
                + companyId + ", accountid, ownerid from account where name = '" + name + "'");
        crm.update("insert into salesorderdetail (salesorderid, productid, quantity) select salesorderid, productid, 2"
                + " from salesorder o, product p where o.name = '" + name + "' and p.statecode = 0 and p.price > 0"
                + " and p.producttypecode = 1 and p.bcbi_companyidname = '" + companyOfProduct
                + "' order by productnumber limit 1");
        crm.update("update salesorder set statecode = 1 where name = '" + name + "'");
    }

    private String order(String column) {
        return crm.value("select " + column + " from salesorder where name = '" + name + "'");
    }

    private String orders(String company) {
        return "select count(*) from \"" + company + "$Sales Header\" where \"External Document No_\" = '" + name + "'";
    }

    private static String id(String company) {
        return "(select bcbi_companyid from bcbi_company where bcbi_name = '" + company + "')";
    }
}
