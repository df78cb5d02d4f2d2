package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Items and resources are products. */
@ExtendWith(StartedStack.Extension.class)
class ProductsE2EIT {
    private static final String ITEM = "\"CRONUS$Item\"";
    private static final String RESOURCE = "\"CRONUS$Resource\"";
    private static final String GROUP = "(select uomscheduleid from uomschedule where name = 'NAV PCS')";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Product " + System.nanoTime();

    ProductsE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A coupled pair of its own for each test: an item with its product. */
    @BeforeEach
    void insertItem() {
        erp.update("insert into " + ITEM + " (\"Description\", \"Base Unit of Measure\", \"Unit Price\", \"Unit Cost\","
                + " \"Vendor No_\") select '" + name + "', 'PCS', 12.5, 7.25, min(\"No_\")"
                + " from \"CRONUS$Vendor\"");
        post(3);
        crm.awaitValue("select name from product where name = '" + name + "'", name);
        stack.settle();
    }

    private void post(int quantity) {
        erp.update("insert into \"CRONUS$Item Ledger Entry\" (\"Item No_\", \"Quantity\") values ('" + item("\"No_\"")
                + "', " + quantity + ")");
    }

    @Test
    @DisplayName("An item inserted in the ERP appears as an active product of type sales inventory with its unit group")
    void anItemAppearsAsAProduct() {
        assertThat(product("concat_ws('|', producttypecode, statecode, quantitydecimal, trim_scale(price),"
                        + " trim_scale(standardcost), trim_scale(currentcost), trim_scale(quantityonhand))"))
                .isEqualTo("1|0|2|12.5|7.25|7.25|3");
        assertThat(product("productnumber")).isEqualTo(item("\"No_\"")).matches("C\\d+");
        assertThat(product("vendorid")).isEqualTo(item("\"Vendor No_\"")).startsWith("V");
        assertThat(product("(select name from uomschedule s where s.uomscheduleid = defaultuomscheduleid)"))
                .isEqualTo("NAV PCS");
        assertThat(product("(select name from uom where uomid = defaultuomid)")).isEqualTo("PCS");
    }

    @Test
    @DisplayName("A product shows its vendor's name, also when that is changed in the CRM")
    void aProductShowsItsVendorsName() {
        String vendor = "\"CRONUS$Vendor\" where \"No_\" = '" + item("\"Vendor No_\"") + "'";
        String before = erp.value("select \"Name\" from " + vendor);
        assertThat(product("vendorname")).isEqualTo(before);

        String account = "update account set name = '%s' where accountnumber = '" + item("\"Vendor No_\"")
                + "' and customertypecode = 11 and bcbi_companyidname = 'CRONUS'";
        crm.update(String.format(account, "Vendor of " + name));
        stack.settle();
        assertThat(product("vendorname")).isEqualTo("Vendor of " + name);
        crm.update(String.format(account, before.replace("'", "''")));
        stack.settle();
    }

    @Test
    @DisplayName("A product published in the CRM appears as an item with a number from the series, which flows back")
    void aProductAppearsAsAnItem() {
        String other = "New " + name;
        crm.update("insert into product (productnumber, name, defaultuomscheduleid) values ('" + other + "', '" + other
                + "', " + GROUP + ")");
        stack.settle();
        String no = "select \"No_\" from " + ITEM + " where \"Description\" = '" + other + "'";
        assertThat(erp.values(no)).as("a draft").isEmpty();

        crm.update("update product set statecode = 0 where name = '" + other + "'");
        erp.awaitValue(no, found -> found.matches("C\\d+"));
        stack.settle();
        assertThat(crm.value("select productnumber from product where name = '" + other + "'"))
                .isEqualTo(erp.value(no));
        assertThat(erp.value("select \"Base Unit of Measure\" || \"Blocked\" from " + ITEM
                        + " where \"Description\" = '" + other + "'"))
                .isEqualTo("PCSfalse");
    }

    @Test
    @DisplayName("The name goes both ways; prices and stock come from the ERP, a stock below zero as none")
    void editsArrive() {
        crm.update("update product set name = '" + name + " renamed' where name = '" + name + "'");
        stack.settle();
        assertThat(erp.values(
                        "select \"Description\" from " + ITEM + " where \"Description\" = '" + name + " renamed'"))
                .hasSize(1);
        erp.update("update " + ITEM + " set \"Description\" = '" + name
                + "', \"Unit Price\" = 99.95 where \"Description\" = '" + name + " renamed'");
        post(-7);
        stack.settle();
        assertThat(product("concat_ws('|', trim_scale(price), trim_scale(quantityonhand))"))
                .isEqualTo("99.95|0");

        crm.update("update product set price = 1 where name = '" + name + "'");
        stack.settle();
        assertThat(product("trim_scale(price)")).as("put back").isEqualTo("99.95");
    }

    @Test
    @DisplayName("A blocked item retires its product, and a product that is active again unblocks its item")
    void blockedAndRetiredFollowEachOther() {
        erp.update("update " + ITEM + " set \"Blocked\" = true where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(product("statecode")).isEqualTo("1");

        crm.update("update product set statecode = 0 where name = '" + name + "'");
        stack.settle();
        assertThat(item("\"Blocked\"")).isEqualTo("f");

        crm.update("update product set statecode = 3 where name = '" + name + "'");
        stack.settle();
        assertThat(item("\"Blocked\"")).as("under revision").isEqualTo("t");
    }

    @Test
    @DisplayName("The unit group of a product stays: another base unit is set aside in the CRM's words")
    void anotherUnitGroupIsRefused() {
        erp.update("update " + ITEM + " set \"Base Unit of Measure\" = 'BOX' where \"Description\" = '" + name + "'");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "item-product")
                                .output())
                        .contains("item-product")
                        .contains("the unit group of a product cannot be changed"));

        erp.update("update " + ITEM
                + " set \"Base Unit of Measure\" = 'PCS', \"Unit Price\" = 5 where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(product("trim_scale(price)")).isEqualTo("5");
    }

    @Test
    @DisplayName("A deleted item leaves its product, and a deleted product its item")
    void deletesStayWhereTheyAre() {
        erp.update("delete from " + ITEM + " where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(product("name")).isEqualTo(name);

        String other = "Other " + name;
        erp.update(
                "insert into " + ITEM + " (\"Description\", \"Base Unit of Measure\") values ('" + other + "', 'PCS')");
        crm.awaitValue("select name from product where name = '" + other + "'", other);
        stack.settle();
        crm.update("delete from product where name = '" + other + "'");
        stack.settle();
        assertThat(erp.values("select \"No_\" from " + ITEM + " where \"Description\" = '" + other + "'"))
                .hasSize(1);
    }

    @Test
    @DisplayName("Resources are products of type services, both ways, and make no items")
    void resourcesAreServices() {
        String work = "Work " + name;
        erp.update("insert into " + RESOURCE
                + " (\"Name\", \"Base Unit of Measure\", \"Unit Price\", \"Capacity\") values ('" + work
                + "', 'HOUR', 80, -1)");
        crm.awaitValue(
                "select concat_ws('|', producttypecode, statecode, trim_scale(price), trim_scale(quantityonhand))"
                        + " from product where name = '" + work + "'",
                "3|0|80|0");
        String service = "Service " + name;
        crm.update(
                "insert into product (productnumber, name, producttypecode, statecode, defaultuomscheduleid) select '"
                        + service + "', '" + service + "', 3, 0, defaultuomscheduleid from product where name = '"
                        + work + "'");
        erp.awaitValue(
                "select \"Base Unit of Measure\" from " + RESOURCE + " where \"Name\" = '" + service + "'", "HOUR");
        stack.settle();
        assertThat(crm.value("select productnumber from product where name = '" + service + "'"))
                .matches("CR\\d+");
        assertThat(erp.values("select \"No_\" from " + ITEM + " where \"Description\" in ('" + work + "', '" + service
                        + "')"))
                .isEmpty();

        crm.update("update product set name = '" + service + " 2' where name = '" + service + "'");
        erp.update("update " + RESOURCE + " set \"Blocked\" = true where \"Name\" = '" + work + "'");
        stack.settle();
        assertThat(erp.values("select \"No_\" from " + RESOURCE + " where \"Name\" = '" + service + " 2'"))
                .hasSize(1);
        assertThat(crm.value("select statecode from product where name = '" + work + "'"))
                .isEqualTo("1");
    }

    private String item(String column) {
        return erp.value("select " + column + " from " + ITEM + " where \"Description\" = '" + name + "'");
    }

    private String product(String column) {
        return crm.value("select " + column + " from product where name = '" + name + "'");
    }
}
