package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the first contact to the payment: a salesperson works in the CRM, the back office in the ERP. */
@ExtendWith(StartedStack.Extension.class)
class LeadToCashE2EIT {
    private static final String LINE = "\"CRONUS$Sales Line\"";
    private static final String ITEM = "\"CRONUS$Item\"";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Lead " + System.nanoTime();

    LeadToCashE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @Test
    @DisplayName(
            "A lead becomes a customer, an opportunity, an order, an invoice and money, and both systems show each step")
    void fromLeadToCash() {
        insertWriteInItem();
        String customer = meetTheCustomer();
        String opportunity = seeAChance();
        String order = enterTheOrder(opportunity);

        Instant submitted = Instant.now();
        crm.update("update salesorder set statecode = 1 where salesorderid = '" + order + "'");
        erp.awaitValue(header("count(*)::text"), "1");
        System.out.println("from submit to ERP order: "
                + Duration.between(submitted, Instant.now()).toMillis() + " ms");
        assertThat(lines()).isEqualTo("2 3, 3 2, 2 1, 0 0, 0 0, 0 0, 0 0, 1 1");
        assertThat(erp.value("select \"No_\" || '|' || \"Description\" from " + LINE + " where \"Document No_\" = ("
                        + header("\"No_\"") + ") and \"No_\" = 'WRITE-IN'"))
                .startsWith("WRITE-IN|Bespoke engraving: word");
        assertThat(erp.value("select string_agg(\"Description\", ' ' order by \"Line No_\") from " + LINE
                        + " where \"Document No_\" = (" + header("\"No_\"")
                        + ") and (\"Type\" = 0 or \"No_\" = 'WRITE-IN')"))
                .as("no word of the long description is lost")
                .isEqualTo("Bespoke engraving: " + "word ".repeat(80).strip());
        crm.awaitValue(
                "select bcbi_businesscentralordernumber from salesorder where salesorderid = '" + order + "'",
                erp.value(header("\"No_\"")));

        erp.update("do $$ begin perform \"CRONUS$post_order\"((" + header("\"No_\"") + "), true, false); end $$");
        crm.awaitValue("select datefulfilled is not null from salesorder where salesorderid = '" + order + "'", "t");
        String invoice = erp.value("select \"CRONUS$post_order\"((" + header("\"No_\"") + "))");
        crm.awaitValue("select statecode from salesorder where salesorderid = '" + order + "'", "4");
        crm.awaitValue(
                "select bool_and(quantityshipped = quantity) from salesorderdetail where salesorderid = '" + order
                        + "'",
                "t");
        crm.awaitValue(invoice("concat_ws(' ', statecode, statuscode)", invoice), "0 4");
        crm.awaitValue(
                invoice("(select count(*) from invoicedetail d where d.invoiceid = invoice.invoiceid)", invoice), "4");
        assertThat(crm.value(invoice("salesorderid", invoice))).isEqualTo(order);
        String total = crm.value(invoice("trim_scale(totalamount)", invoice));
        crm.awaitValue(statistics("trim_scale(nav_balancelcy)"), total);

        erp.update("do $$ begin perform \"CRONUS$pay\"('" + invoice + "', 1); end $$");
        crm.awaitValue(invoice("concat_ws(' ', statecode, statuscode)", invoice), "2 100002");
        erp.update("do $$ begin perform \"CRONUS$pay\"('" + invoice + "'); end $$");
        crm.awaitValue(invoice("concat_ws(' ', statecode, statuscode)", invoice), "2 100001");
        crm.awaitValue(statistics("concat_ws(' ', trim_scale(nav_balancelcy), nav_totalsaleslcy > 0)"), "0 t");
        assertThat(crm.value("select accountnumber from account where name = '" + name + "'"))
                .isEqualTo(customer);
        stack.settle();
    }

    /** What stands for whatever is sold without a product; it is none itself. */
    private void insertWriteInItem() {
        erp.update("insert into " + ITEM
                + " (\"No_\", \"Description\", \"Base Unit of Measure\") values ('WRITE-IN', 'Write-in', 'PCS')"
                + " on conflict do nothing");
        stack.settle();
        assertThat(crm.values("select name from product where productnumber = 'WRITE-IN'"))
                .isEmpty();
    }

    private String meetTheCustomer() {
        crm.update(
                "insert into account (name, customertypecode, ownerid) select '" + name
                        + "', 3, ownerid from account where bcbi_companyidname = 'CRONUS' and customertypecode = 3 order by accountnumber limit 1");
        crm.update(
                "insert into contact (firstname, lastname, parentcustomerid, parentcustomeridtype, ownerid) select 'Lea', '"
                        + name + "', accountid, 'account', ownerid from account where name = '" + name + "'");
        erp.awaitValue("select count(*) from \"CRONUS$Customer\" where \"Name\" = '" + name + "'", "1");
        erp.awaitValue("select count(*) from \"CRONUS$Contact\" where \"Name\" = 'Lea " + name + "'", "1");
        stack.settle();
        return erp.value("select \"No_\" from \"CRONUS$Customer\" where \"Name\" = '" + name + "'");
    }

    private String seeAChance() {
        crm.update("insert into opportunity (name, parentcontactid, ownerid) select '" + name
                + "', contactid, ownerid from contact where lastname = '" + name + "'");
        erp.awaitValue("select count(*) from \"CRONUS$Opportunity\" where \"Description\" = '" + name + "'", "1");
        stack.settle();
        return crm.value("select opportunityid from opportunity where name = '" + name + "'");
    }

    private String enterTheOrder(String opportunity) {
        crm.update(
                "insert into salesorder (name, customerid, transactioncurrencyid, ownerid, opportunityid, freightamount) select '"
                        + name + "', accountid, transactioncurrencyid, ownerid, '" + opportunity
                        + "', 25 from account where name = '" + name + "'");
        String order = crm.value("select salesorderid from salesorder where name = '" + name + "'");
        line(order, "productid, quantity", "(" + product(1) + "), 3");
        line(order, "productid, quantity", "(" + product(3) + "), 2");
        line(
                order,
                "productdescription, description, quantity, priceperunit",
                "'Bespoke engraving:', '" + "word ".repeat(80).strip() + "', 1, 80");
        stack.settle();
        return order;
    }

    private void line(String order, String columns, String values) {
        crm.update("insert into salesorderdetail (salesorderid, " + columns + ") values ('" + order + "', " + values
                + ")");
    }

    private static String product(int type) {
        return "select productid from product where statecode = 0 and producttypecode = " + type
                + " and bcbi_companyidname = 'CRONUS' and price > 0 order by productnumber limit 1";
    }

    private String lines() {
        return erp.value("select string_agg(\"Type\" || ' ' || \"Quantity\"::integer, ', ' order by \"Line No_\") from "
                + LINE + " where \"Document No_\" = (" + header("\"No_\"") + ")");
    }

    private String header(String what) {
        return "select " + what + " from \"CRONUS$Sales Header\" where \"External Document No_\" = '" + name + "'";
    }

    private static String invoice(String what, String number) {
        return "select " + what + " from invoice where invoicenumber = '" + number + "'";
    }

    private String statistics(String what) {
        return "select " + what
                + " from nav_accountstatistics join account using (nav_accountstatisticsid) where account.name = '"
                + name + "'";
    }
}
