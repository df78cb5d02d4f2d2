package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the ERP posts: invoices with their lines, and whether they are paid. */
@ExtendWith(StartedStack.Extension.class)
class InvoiceE2EIT {
    private final StartedStack stack;
    private final Database erp;
    private final Database crm;

    /** A customer of the sample data, and its account. */
    private String customer = "";

    private String invoice = "";

    InvoiceE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** An invoice of its own for each test: two ledger accounts with a comment, 20 percent VAT. */
    @BeforeEach
    void postInvoice() {
        customer = erp.value("select min(\"No_\") from \"CRONUS$Customer\" where \"Blocked\" = 0 and \"E-Mail\" <> ''");
        invoice = post(order());
        crm.awaitValue("select invoicenumber from invoice where invoicenumber = '" + invoice + "'", invoice);
        stack.settle();
    }

    private String order() {
        String reference = "R" + System.nanoTime();
        erp.update("insert into \"CRONUS$Sales Header\" (\"Sell-to Customer No_\", \"Your Reference\") values ('"
                + customer + "', '" + reference + "')");
        String order =
                erp.value("select \"No_\" from \"CRONUS$Sales Header\" where \"Your Reference\" = '" + reference + "'");
        line(order, "1, '6110', 'Consulting', 2, 100.1, 10");
        line(order, "1, '6120', 'Travel', 1, 50, 0");
        line(order, "0, '', 'by train', 0, 0, 0");
        return order;
    }

    private void line(String order, String values) {
        erp.update(
                "insert into \"CRONUS$Sales Line\" (\"Document No_\", \"Type\", \"No_\", \"Description\", \"Quantity\", \"Unit Price\","
                        + " \"Line Discount Amount\") values ('" + order + "', " + values + ")");
    }

    private String post(String order) {
        return erp.value("select \"CRONUS$post_order\"('" + order + "')");
    }

    @Test
    @DisplayName("A posted invoice appears with customer, owner, totals and its lines, billed and not paid")
    void postedInvoiceAppears() {
        assertThat(inCrm("(select accountnumber from account a where a.accountid = invoice.customerid)"))
                .isEqualTo(customer);
        assertThat(inCrm("ownerid")).isNotEmpty();
        assertThat(
                        inCrm(
                                "concat_ws(' ', round(totalamountlessfreight, 2), round(totaltax, 2), round(totalamount, 2), statecode, statuscode)"))
                .isEqualTo("240.20 48.04 288.24 0 4");
        assertThat(crm.values(
                        "select concat_ws('|', lineitemnumber, productdescription, round(quantity, 2), round(priceperunit, 2),"
                                + " round(baseamount, 2), round(manualdiscountamount, 2), round(tax, 2), round(extendedamount, 2))"
                                + " from invoicedetail join invoice using (invoiceid) where invoicenumber = '" + invoice
                                + "' order by lineitemnumber"))
                .containsExactly(
                        "10000|6110 Consulting|2.00|100.10|200.20|10.00|38.04|228.24",
                        "20000|6120 Travel|1.00|50.00|50.00|0.00|10.00|60.00");
    }

    @Test
    @DisplayName("A line that sells an item or a resource shows its product; it waits for one that is new")
    void linesShowProducts() {
        String suffix = Long.toString(System.nanoTime() % 1_000_000_000);
        String order = order();
        erp.update(
                "insert into \"CRONUS$Item\" (\"No_\", \"Description\", \"Base Unit of Measure\", \"Unit Price\") select 'I"
                        + suffix + "', 'Bell', min(\"Code\"), 9 from \"CRONUS$Unit of Measure\"");
        erp.update(
                "insert into \"CRONUS$Resource\" (\"No_\", \"Name\", \"Base Unit of Measure\", \"Unit Price\") select 'R"
                        + suffix + "', 'Fitter', min(\"Code\"), 60 from \"CRONUS$Unit of Measure\"");
        line(order, "2, 'I" + suffix + "', '', 3, 8, 0");
        line(order, "3, 'R" + suffix + "', '', 1, 60, 0");
        String number = post(order);
        String lines = " from invoicedetail join invoice using (invoiceid) where invoicenumber = '" + number + "'";
        crm.awaitValue("select count(*)" + lines, "4");
        assertThat(crm.values("select productnumber || ' ' || round(priceperunit, 2)" + lines
                        + " and not isproductoverridden order by lineitemnumber"))
                .containsExactly("I" + suffix + " 8.00", "R" + suffix + " 60.00");
        assertThat(erp.value(
                        "select sum(\"Quantity\")::integer from \"CRONUS$Item Ledger Entry\" where \"Item No_\" = 'I"
                                + suffix + "'"))
                .isEqualTo("-3");
    }

    @Test
    @DisplayName("Payments show at once: in part, then completely, and then nobody can change the invoice")
    void paymentsShow() {
        erp.value("select \"CRONUS$pay\"('" + invoice + "', 100)");
        stack.settle();
        assertThat(state()).isEqualTo("2 100002");

        erp.value("select \"CRONUS$pay\"('" + invoice + "')");
        stack.settle();
        assertThat(state()).isEqualTo("2 100001");
        assertThatThrownBy(() -> crm.update("update invoice set name = 'mine' where invoicenumber = '" + invoice + "'"))
                .hasMessageContaining("the invoice is not active");
    }

    @Test
    @DisplayName("A cancelled invoice is cancelled there too")
    void cancelledInvoice() {
        erp.value("select \"CRONUS$cancel_invoice\"('" + invoice + "')");
        stack.settle();
        assertThat(state()).isEqualTo("3 100003");
    }

    @Test
    @DisplayName(
            "The ERP lets nobody edit what is posted; what the CRM's users edit is put back, and a deleted one is not made again")
    void postedIsPosted() {
        assertThatThrownBy(() ->
                        erp.update("update \"CRONUS$Sales Invoice Header\" set \"Bill-to Name\" = 'x' where \"No_\" = '"
                                + invoice + "'"))
                .hasMessageContaining("is posted and cannot be changed");

        crm.update("update invoice set totalamount = 1 where invoicenumber = '" + invoice + "'");
        stack.settle();
        assertThat(inCrm("round(totalamount, 2)")).isEqualTo("288.24");

        crm.update("delete from invoice where invoicenumber = '" + invoice + "'");
        stack.settle();
        assertThat(inCrm("invoicenumber")).isEmpty();
        assertThat(erp.value("select \"No_\" from \"CRONUS$Sales Invoice Header\" where \"No_\" = '" + invoice + "'"))
                .isEqualTo(invoice);
    }

    @Test
    @DisplayName(
            "An invoice that the CRM refuses is set aside with the CRM's words; its lines wait for it, and all arrive after a retry")
    void aRefusalIsSetAside() {
        String order = order();
        String next = "CPS-INV" + (Integer.parseInt(invoice.substring(7)) + 1);
        crm.update("insert into invoice (name, invoicenumber) values ('somebody', '" + next + "')");
        stack.settle();
        assertThat(post(order)).isEqualTo(next);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "posted-invoice")
                                .output())
                        .contains("invoicenumber is taken"));

        crm.update("update invoice set invoicenumber = 'mine' where invoicenumber = '" + next + "'");
        stack.couplet("retry", "--all", "--mapping", "posted-invoice");
        crm.awaitValue(
                "select count(*) from invoicedetail join invoice using (invoiceid) where invoicenumber = '" + next
                        + "'",
                "2");
    }

    private String state() {
        return inCrm("concat_ws(' ', statecode, statuscode)");
    }

    private String inCrm(String column) {
        return crm.value("select " + column + " from invoice where invoicenumber = '" + invoice + "'");
    }
}
