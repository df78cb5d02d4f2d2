package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A company that has decided for units in groups, for price lists and for orders on request, on a stack of its own. */
@Tag("own-stack")
class UnitGroupsAndPriceListsE2EIT {
    private static final String ITEM = "\"CRONUS$Item\"";
    private static final String UNIT = "\"CRONUS$Item Unit of Measure\"";
    private static final String LIST = "\"CRONUS$Price List Header\"";
    private static final String LINE = "\"CRONUS$Price List Line\"";

    @SuppressWarnings("NullAway.Init") // Started before anything else.
    private static StartedStack stack;

    private final Database erp = stack.erp("anna");
    private final Database crm = stack.crm("carla");
    private final String unique = Long.toString(System.nanoTime() % 10_000_000_000L);
    private final String item = "GL" + unique;
    private final String list = "L" + unique;

    @BeforeAll
    static void start() {
        stack = StartedStack.ofItsOwn(
                "groups-and-lists", 27_600, Path.of("src", "test", "resources", "groups-and-lists"));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** An item that is sold by the piece and by the box of twelve, and a draft of a price list with a price for the box. */
    @BeforeEach
    void aPricedItem() {
        erp.update("insert into " + ITEM + " (\"No_\", \"Description\", \"Base Unit of Measure\") values ('" + item
                + "', 'Bell', 'PCS')");
        erp.update("insert into " + UNIT + " (\"Item No_\", \"Code\", \"Qty_ per Unit of Measure\") values ('" + item
                + "', 'BOX', 12)");
        erp.update("insert into " + LIST + " (\"Code\", \"Description\") values ('" + list + "', 'Retail')");
        erp.update("insert into " + LINE
                + " (\"Price List Code\", \"Asset No_\", \"Unit of Measure Code\", \"Unit Price\") values ('" + list
                + "', '" + item + "', 'BOX', 99)");
        crm.awaitValue("select name from product where productnumber = '" + item + "'", "Bell");
        stack.settle();
    }

    @Test
    @DisplayName("An item has a unit group with its units; its product is sold in the base unit")
    void unitsOfAnItem() {
        assertThat(crm.value(units())).isEqualTo("BOX 12, PCS 1");
        assertThat(crm.value("select u.name || ' of ' || s.name from product p join uom u on u.uomid = p.defaultuomid"
                        + " join uomschedule s on s.uomscheduleid = p.defaultuomscheduleid where p.productnumber = '"
                        + item + "'"))
                .startsWith("PCS of ")
                .contains(item);
    }

    @Test
    @DisplayName("An order waits until somebody asks for it, and comes once")
    void anOrderComesOnRequest() {
        String order = "Order " + unique;
        crm.update("insert into salesorder (name, customerid, transactioncurrencyid, ownerid) select '" + order
                + "', accountid, transactioncurrencyid, ownerid from account where accountnumber is not null and"
                + " customertypecode = 3 and bcbi_companyidname = 'CRONUS' and statecode = 0"
                + " and transactioncurrencyid is not null limit 1");
        String named = "where name = '" + order + "'";
        crm.update("insert into salesorderdetail (salesorderid, productid, quantity) select salesorderid,"
                + " (select productid from product where productnumber = '" + item + "'), 3 from salesorder " + named);
        crm.update("update salesorder set statecode = 1 " + named);
        stack.settle();
        String headers =
                "select count(*) from \"CRONUS$Sales Header\" where \"External Document No_\" = '" + order + "'";
        assertThat(erp.value(headers)).isEqualTo("0");
        assertThat(stack.couplet("uncoupled", "--mapping", "sales-order", "--limit", "1000")
                        .output())
                .contains("name=" + order);

        Ran create = stack.couplet(
                "create", "crm/salesdocument/ordernumber=" + crm.value("select ordernumber from salesorder " + named));

        assertThat(create.output()).contains("created: erp/CRONUS/salesheader/");
        assertThat(create.exit()).isZero();
        stack.settle();
        assertThat(erp.value(headers)).isEqualTo("1");
    }

    @Test
    @DisplayName("A unit that changes or goes in the ERP does so in the CRM; one that is removed in the CRM comes back")
    void unitsFollowTheErp() {
        erp.update("insert into " + UNIT + " (\"Item No_\", \"Code\", \"Qty_ per Unit of Measure\") values ('" + item
                + "', 'SET', 4)");
        stack.settle();
        assertThat(crm.value(units())).isEqualTo("BOX 12, PCS 1, SET 4");

        crm.update("delete from uom where uomid in (" + unit("SET") + ")");
        stack.settle();
        assertThat(crm.value(units())).as("it comes back").isEqualTo("BOX 12, PCS 1, SET 4");

        erp.update("update " + UNIT
                + " set \"Qty_ per Unit of Measure\" = 6 where \"Code\" = 'SET' and \"Item No_\" = '" + item + "'");
        stack.settle();
        assertThat(crm.value(units())).isEqualTo("BOX 12, PCS 1, SET 6");

        erp.update("delete from " + UNIT + " where \"Code\" = 'SET' and \"Item No_\" = '" + item + "'");
        stack.settle();
        assertThat(crm.value(units())).isEqualTo("BOX 12, PCS 1");
    }

    @Test
    @DisplayName(
            "A price list with its prices comes when it is active, is inactive with the ERP's, and its prices follow")
    void aListAndItsPrices() {
        assertThat(crm.values("select name from pricelevel where name = '" + list + "'"))
                .as("a draft")
                .isEmpty();

        erp.update("update " + LIST + " set \"Status\" = 1 where \"Code\" = '" + list + "'");
        crm.awaitValue(price(), "BOX 99");
        stack.settle();

        crm.update(
                "delete from productpricelevel where pricelevelid in (select pricelevelid from pricelevel where name = '"
                        + list + "')");
        crm.awaitValue(price(), "BOX 99");
        stack.settle();

        erp.update("update " + LINE + " set \"Unit Price\" = 89 where \"Price List Code\" = '" + list + "'");
        stack.settle();
        assertThat(crm.value(price())).isEqualTo("BOX 89");

        erp.update("delete from " + LINE + " where \"Price List Code\" = '" + list + "'");
        stack.settle();
        assertThat(crm.values(price())).isEmpty();

        erp.update("update " + LIST + " set \"Status\" = 2 where \"Code\" = '" + list + "'");
        stack.settle();
        assertThat(crm.value("select statecode from pricelevel where name = '" + list + "'"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("A unit that the CRM refuses is set aside with its words, and goes on when it is free")
    void aUnitThatTheCrmRefuses() {
        crm.update(
                "insert into uom (name, uomscheduleid, quantity) select 'CASE', uomscheduleid, 3 from uom where uomid in ("
                        + unit("BOX") + ")");
        erp.update("insert into \"CRONUS$Unit of Measure\" (\"Code\") select 'CASE' where not exists"
                + " (select from \"CRONUS$Unit of Measure\" where \"Code\" = 'CASE')");
        erp.update("insert into " + UNIT + " (\"Item No_\", \"Code\", \"Qty_ per Unit of Measure\") values ('" + item
                + "', 'CASE', 24)");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "item-unit")
                                .output())
                        .contains("item-unit"));

        crm.update("delete from uom where uomid in (" + unit("CASE") + ")");
        erp.update("update " + UNIT
                + " set \"Qty_ per Unit of Measure\" = 48 where \"Code\" = 'CASE' and \"Item No_\" = '" + item + "'");
        crm.awaitValue(units(), "BOX 12, CASE 48, PCS 1");
        stack.settle();
    }

    /** The units of the item's group with their quantities, but for the one that the CRM makes with each group. */
    private String units() {
        return "select string_agg(u.name || ' ' || trim_scale(u.quantity), ', ' order by u.name) from uom u"
                + " join product p on p.defaultuomscheduleid = u.uomscheduleid where not u.isschedulebaseuom"
                + " and p.productnumber = '" + item + "'";
    }

    private String unit(String name) {
        return "select u.uomid from uom u join product p on p.defaultuomscheduleid = u.uomscheduleid where u.name = '"
                + name + "' and p.productnumber = '" + item + "'";
    }

    private String price() {
        return "select u.name || ' ' || trim_scale(l.amount) from productpricelevel l join uom u using (uomid)"
                + " join pricelevel p using (pricelevelid) where p.name = '" + list + "'";
    }
}
