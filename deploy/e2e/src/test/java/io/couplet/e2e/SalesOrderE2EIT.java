package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders that are submitted in the CRM become orders of the ERP, and what becomes of them there is seen in the CRM. */
@ExtendWith(StartedStack.Extension.class)
class SalesOrderE2EIT {
    private static final Logger LOG = LoggerFactory.getLogger(SalesOrderE2EIT.class);
    private static final String HEADER = "\"CRONUS$Sales Header\"";
    private static final String LINE = "\"CRONUS$Sales Line\"";
    private static final String ITEM =
            "select productid from product where statecode = 0 and producttypecode = 1 and bcbi_companyidname = 'CRONUS' and price > 0"
                    + " order by productnumber limit 1";
    private static final String SERVICE =
            "select productid from product where statecode = 0 and producttypecode = 3 and bcbi_companyidname = 'CRONUS' and price > 0"
                    + " order by productnumber limit 1";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Order " + System.nanoTime();

    SalesOrderE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A customer of its own for each test, since one of them gets blocked. */
    @BeforeEach
    void insertAccount() {
        crm.update("insert into account (name, customertypecode, ownerid) select '" + name
                + "', 3, ownerid from account where ownerid is not null limit 1");
        erp.awaitValue("select count(*) from \"CRONUS$Customer\" where \"Name\" = '" + name + "'", "1");
        stack.settle();
    }

    @Test
    @DisplayName(
            "A submitted order is there once and whole: item, service, the rest of a long text in comment lines, freight")
    void aSubmittedOrderIsCreatedWhole() {
        String order = insertOrder("freightamount = 25");
        String text = "word ".repeat(80).strip();
        insertLine(order, ITEM, "'" + text + "'");
        insertLine(order, SERVICE, "'Assembly'");
        stack.settle();
        assertThat(erp.values(headers())).as("not before it is submitted").isEmpty();

        Instant submitted = Instant.now();
        submit(order);
        erp.awaitValue(
                "select \"External Document No_\" from " + HEADER + " where \"External Document No_\" = '" + name + "'",
                name);
        LOG.atInfo()
                .addKeyValue(
                        "millis", Duration.between(submitted, Instant.now()).toMillis())
                .log("From submit to ERP order");

        stack.settle();
        assertThat(erp.values(headers())).hasSize(1);
        assertThat(header("\"Your Reference\""))
                .isEqualTo(crm.value("select ordernumber from salesorder where salesorderid = '" + order + "'"));
        assertThat(erp.values("select \"Type\" || ' ' || \"Quantity\"::integer || ' ' || \"Description\" from " + LINE
                        + " where \"Document No_\" = (" + headers() + ") order by \"Line No_\""))
                .hasSize(6)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).startsWith("2 3 word");
                    assertThat(lines.subList(1, 4))
                            .allMatch(line -> line.startsWith("0 0 word") && line.length() <= 104);
                    assertThat(lines.get(4)).isEqualTo("3 3 Assembly");
                    assertThat(lines.get(5)).isEqualTo("1 1 Freight");
                });
        assertThat(crm.value(
                        "select bcbi_businesscentralordernumber from salesorder where salesorderid = '" + order + "'"))
                .isEqualTo(header("\"No_\""));
    }

    @Test
    @DisplayName(
            "When the ERP ships and invoices an order, the CRM shows it, and its order stays when the ERP's is gone")
    void whatBecomesOfItIsSeen() {
        String order = insertOrder("discountpercentage = 2");
        insertLine(order, ITEM, "null");
        submit(order);
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        stack.settle();

        erp.update("do $$ begin perform \"CRONUS$post_order\"((" + headers() + "), true, false); end $$");
        crm.awaitValue(
                "select concat_ws(' ', statecode, datefulfilled is not null) from salesorder where salesorderid = '"
                        + order + "'",
                "3 t");
        erp.update("do $$ begin perform \"CRONUS$post_order\"((" + headers() + ")); end $$");
        crm.awaitValue("select statecode from salesorder where salesorderid = '" + order + "'", "4");
        stack.settle();
        assertThat(erp.values(headers())).isEmpty();
        assertThat(crm.value("select name from salesorder where salesorderid = '" + order + "'"))
                .isEqualTo(name);
    }

    @Test
    @DisplayName(
            "Addresses and terms that the ERP fills in where the CRM said nothing are no difference; what its users change is one")
    void whatTheErpFillsInIsNoDifference() {
        String order = insertOrder("freightamount = 0");
        insertLine(order, ITEM, "null");
        submit(order);
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        changeHeader("\"Ship-to City\" = 'Bonn'");
        assertThat(header("\"Bill-to Name\"")).isEqualTo(name);
        assertThat(drift()).isEmpty();

        changeHeader("\"Your Reference\" = 'by telephone'");
        assertThat(drift()).isEqualTo("in step, but for yourReference=ordernumber");
    }

    private void changeHeader(String assignment) {
        erp.update("update " + HEADER + " set " + assignment + " where \"External Document No_\" = '" + name + "'");
        stack.settle();
    }

    /** How the order differs from the CRM's, empty where it is not listed. */
    private String drift() {
        String order = "erp/CRONUS/salesheader/" + header("\"$systemId\"");
        List<String> lines = stack.couplet(
                        "set-aside", "--kind", "drift", "--mapping", "sales-order", "--limit", "1000")
                .output()
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(order)) {
                return lines.get(i + 1).strip();
            }
        }
        return "";
    }

    @Test
    @DisplayName(
            "An order that is shipped and invoiced in one step, as soon as it is there, shows all of it in the CRM")
    void oneStepShowsAll() {
        String order = insertOrder("freightamount = 0");
        insertLine(order, ITEM, "null");
        submit(order);
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        String number = header("\"No_\"");
        erp.update("do $$ begin perform \"CRONUS$post_order\"('" + number + "'); end $$");

        crm.awaitValue(
                "select concat_ws(' ', statecode, bcbi_businesscentralordernumber, datefulfilled is not null)"
                        + " from salesorder where salesorderid = '" + order + "'",
                "4 " + number + " t");
        stack.settle();
    }

    @Test
    @DisplayName(
            "The CRM's lines show how much of each is shipped, in part, in full and when the ERP's order is gone, whatever else the ERP sells with them")
    void whatIsShippedOfEachLineIsSeen() {
        String order = insertOrder("freightamount = 25");
        insertLine(order, ITEM, "'" + "word ".repeat(40).strip() + "'");
        insertLine(order, SERVICE, "'Assembly'");
        submit(order);
        crm.awaitValue(shipped(order), "10000: 0, 30000: 0");

        String item = " where \"Document No_\" = (" + headers() + ") and \"Type\" = 2";
        erp.update("update " + LINE + " set \"Quantity Shipped\" = 2" + item);
        crm.awaitValue(shipped(order), "10000: 2, 30000: 0");
        erp.update("insert into " + LINE
                + " (\"Document No_\", \"Type\", \"No_\", \"Quantity\") select \"Document No_\", 2, \"No_\", 7 from "
                + LINE + item);
        erp.update("do $$ begin perform \"CRONUS$post_order\"((" + headers() + ")); end $$");
        crm.awaitValue(shipped(order), "10000: 3, 30000: 3");
        stack.settle();
        assertThat(erp.values(headers())).as("the ERP's order").isEmpty();
        assertThat(crm.value(shipped(order))).isEqualTo("10000: 3, 30000: 3");
    }

    @Test
    @DisplayName("Where the ERP's users delete the order, nothing is shipped of its lines, and the CRM's say so")
    void whatIsDeletedIsNotShipped() {
        String order = insertOrder("freightamount = 0");
        insertLine(order, ITEM, "null");
        submit(order);
        crm.awaitValue(shipped(order), "10000: 0");
        erp.update("update " + LINE + " set \"Quantity Shipped\" = 2 where \"Document No_\" = (" + headers() + ")");
        crm.awaitValue(shipped(order), "10000: 2");

        erp.update("delete from " + HEADER + " where \"External Document No_\" = '" + name + "'");
        crm.awaitValue(shipped(order), "none: 0");
        stack.settle();
    }

    @Test
    @DisplayName("Its invoice has its name, refers to it and to its opportunity, and has its lines, freight among them")
    void itsInvoiceRefersToIt() {
        crm.update(
                "insert into opportunity (name, parentcontactid, ownerid) select '" + name
                        + "', c.contactid, c.ownerid from contact c join account a on a.accountid = c.parentcustomerid"
                        + " where a.accountnumber like 'C%' and a.statecode = 0 and c.statecode = 0 and c.ownerid is not null limit 1");
        erp.awaitValue("select count(*) from \"CRONUS$Opportunity\" where \"Description\" = '" + name + "'", "1");
        stack.settle();
        String order = insertOrder(
                "freightamount = 25, discountamount = 10, opportunityid = (select opportunityid from opportunity where name = '"
                        + name + "')");
        insertLine(order, ITEM, "null");
        insertLine(order, SERVICE, "null");
        submit(order);
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        stack.settle();

        String invoice = erp.value("select \"CRONUS$post_order\"((" + headers() + "))");
        String invoiced = " from invoice where invoicenumber = '" + invoice + "'";
        crm.awaitValue("select salesorderid" + invoiced, order);
        stack.settle();
        assertThat(crm.value(
                        "select name || (select '|' || p.name from opportunity p where p.opportunityid = invoice.opportunityid)"
                                + " || (select '|' || a.name from account a where a.accountid = customerid)"
                                + invoiced))
                .isEqualTo(name + "|" + name + "|" + name);
        assertThat(crm.value(
                        "select round(totaldiscountamount, 2) || ' of ' || round(totallineitemamount, 2)" + invoiced))
                .as("the discount on the whole order")
                .isEqualTo(
                        crm.value("select '10.00 of ' || round(totallineitemamount + freightamount, 2) from salesorder"
                                + " where salesorderid = '" + order + "'"));
        assertThat(crm.values(
                        "select coalesce(productnumber, productdescription) || ' ' || round(quantity, 2) || ' ' || round(priceperunit, 2)"
                                + " from invoicedetail where invoiceid = (select invoiceid" + invoiced
                                + ") order by lineitemnumber"))
                .startsWith(
                        crm.values("select productnumber || ' ' || round(quantity, 2) || ' ' || round(priceperunit, 2)"
                                        + " from salesorderdetail where salesorderid = '" + order
                                        + "' order by sequencenumber")
                                .toArray(String[]::new))
                .endsWith("6810 Freight 1.00 25.00")
                .hasSize(3);
    }

    @Test
    @DisplayName(
            "An order that the ERP refuses is set aside in its own words, no part of it is there, and it comes when that is put right")
    void aRefusedOrderIsSetAside() {
        String order = insertOrder("freightamount = 0");
        insertLine(order, ITEM, "null");
        String customer = erp.value("select \"No_\" from \"CRONUS$Customer\" where \"Name\" = '" + name + "'");
        erp.update("update \"CRONUS$Customer\" set \"Blocked\" = 3 where \"No_\" = '" + customer + "'");
        stack.settle();
        submit(order);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "sales-order")
                                .output())
                        .contains("sales-order")
                        .contains("customer " + customer + " is blocked"));
        assertThat(erp.values(headers())).isEmpty();

        erp.update("update \"CRONUS$Customer\" set \"Blocked\" = 0 where \"No_\" = '" + customer + "'");
        assertThat(stack.couplet("retry", "--all", "--mapping", "sales-order").exit())
                .isZero();
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        stack.settle();
    }

    @Test
    @DisplayName(
            "An order that is asked for by its number comes once it is submitted, and again only after it was uncoupled")
    void anOrderIsCreatedOnRequest() {
        String order = insertOrder("freightamount = 0");
        insertLine(order, ITEM, "null");
        stack.settle();
        String named = "crm/salesdocument/ordernumber="
                + crm.value("select ordernumber from salesorder where salesorderid = '" + order + "'");
        Ran early = stack.couplet("create", named);
        assertThat(early.output()).contains("not created: the record is outside the filter of mapping sales-order");
        assertThat(early.exit()).isEqualTo(1);

        submit(order);
        erp.awaitValue("select count(*) from " + HEADER + " where \"External Document No_\" = '" + name + "'", "1");
        stack.settle();
        assertThat(stack.couplet("create", named).output()).contains("has its counterpart: erp/CRONUS/salesheader/");
        assertThat(stack.couplet("uncouple", "erp/CRONUS/salesheader/" + header("\"$systemId\""))
                        .exit())
                .isZero();
        assertThat(stack.couplet("uncoupled", "--mapping", "sales-order", "--limit", "1000")
                        .output())
                .contains("detached", "name=" + name);

        Ran create = stack.couplet("create", named);
        assertThat(create.output()).contains("created: erp/CRONUS/salesheader/");
        assertThat(create.exit()).isZero();
        assertThat(erp.values(headers())).hasSize(2);
        stack.settle();
    }

    private String insertOrder(String more) {
        crm.update("insert into salesorder (name, customerid, transactioncurrencyid, ownerid) select '" + name
                + "', accountid, transactioncurrencyid, ownerid from account where name = '" + name + "'");
        String order = crm.value("select salesorderid from salesorder where name = '" + name + "'");
        crm.update("update salesorder set " + more + " where salesorderid = '" + order + "'");
        return order;
    }

    private void insertLine(String order, String product, String description) {
        crm.update("insert into salesorderdetail (salesorderid, productid, quantity, description) values ('" + order
                + "', (" + product + "), 3, " + description + ")");
    }

    private void submit(String order) {
        crm.update("update salesorder set statecode = 1 where salesorderid = '" + order + "'");
    }

    /** The CRM's lines of an order: the ERP's number of each, and how much of it is shipped. */
    private static String shipped(String order) {
        return "select string_agg(coalesce(bcbi_businesscentrallinenumber::text, 'none') || ': ' || trim_scale(quantityshipped), ', '"
                + " order by sequencenumber) from salesorderdetail where salesorderid = '" + order + "'";
    }

    private String headers() {
        return "select \"No_\" from " + HEADER + " where \"External Document No_\" = '" + name + "'";
    }

    private String header(String column) {
        return erp.value("select " + column + " from " + HEADER + " where \"External Document No_\" = '" + name + "'");
    }
}
