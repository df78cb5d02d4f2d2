package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every product has a price in the default price list of its company. */
@ExtendWith(StartedStack.Extension.class)
class DefaultPriceListE2EIT {
    private static final String ITEM = "\"CRONUS$Item\"";
    private static final String LIST = "CRONUS Default Price List";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Priced " + System.nanoTime();

    DefaultPriceListE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @BeforeEach
    void insertItem() {
        erp.update("insert into " + ITEM + " (\"Description\", \"Base Unit of Measure\", \"Unit Price\") values ('"
                + name + "', 'PCS', 12.5)");
        crm.awaitValue(amount(name), "12.5");
        stack.settle();
    }

    @Test
    @DisplayName(
            "There is one list, in local currency, with a price for each item and resource; the products refer to it")
    void thereIsOneList() {
        assertThat(crm.values("select isocurrencycode from pricelevel join transactioncurrency"
                        + " using (transactioncurrencyid) where name = '" + LIST + "'"))
                .containsExactly("EUR");
        assertThat(crm.value("select l.name from product p join pricelevel l using (pricelevelid) where p.name = '"
                        + name + "'"))
                .isEqualTo(LIST);
        assertThat(crm.value("select count(*) from product p where not exists (select from productpricelevel r"
                        + " join pricelevel l using (pricelevelid) where r.productid = p.productid and l.name = '"
                        + LIST
                        + "') and p.name = '" + name + "'"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("The price follows the item's, and is put back if somebody changes or deletes it in the CRM")
    void thePriceFollowsTheItem() {
        erp.update("update " + ITEM + " set \"Unit Price\" = 13 where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(crm.value(amount(name))).isEqualTo("13");

        crm.update(
                "update productpricelevel set amount = 1 where productid = (select productid from product where name = '"
                        + name + "')");
        stack.settle();
        assertThat(crm.value(amount(name))).isEqualTo("13");

        crm.update("delete from productpricelevel where productid = (select productid from product where name = '"
                + name + "')");
        crm.awaitValue(amount(name), "13");
        stack.settle();
    }

    @Test
    @DisplayName("A product that is entered in the CRM gets its row as well, at the price of its item")
    void aProductOfTheCrmIsPriced() {
        String other = "New " + name;
        crm.update("insert into product (productnumber, name, statecode, defaultuomscheduleid) select '" + other
                + "', '" + other + "', 0, defaultuomscheduleid from product where name = '" + name + "'");
        crm.awaitValue(amount(other), "0");
        stack.settle();

        erp.update("update " + ITEM + " set \"Unit Price\" = 8 where \"Description\" = '" + other + "'");
        crm.awaitValue(amount(other), "8");
        stack.settle();
    }

    @Test
    @DisplayName("The price goes with its item; the list that products refer to cannot be deleted")
    void thePriceGoesWithItsItem() {
        erp.update("delete from " + ITEM + " where \"Description\" = '" + name + "'");
        stack.settle();
        assertThat(crm.values(amount(name))).isEmpty();

        assertThatThrownBy(() -> crm.update("delete from pricelevel where name = '" + LIST + "'"))
                .hasMessageContaining("pricelevelid must be a pricelevel");
    }

    @Test
    @DisplayName("The list's name is put back")
    void theListsNameIsPutBack() {
        crm.update("update pricelevel set name = 'Mine' where name = '" + LIST + "'");
        crm.awaitValue("select count(*) from pricelevel where name = '" + LIST + "'", "1");
        stack.settle();
    }

    private static String amount(String product) {
        return "select trim_scale(r.amount) from productpricelevel r join pricelevel l using (pricelevelid)"
                + " join product p on p.productid = r.productid where l.name = '" + LIST + "' and p.name = '" + product
                + "'";
    }
}
