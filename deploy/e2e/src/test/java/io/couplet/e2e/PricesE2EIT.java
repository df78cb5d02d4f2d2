package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prices of price groups stand in price lists. */
@ExtendWith(StartedStack.Extension.class)
class PricesE2EIT {
    private static final String PRICE = "\"CRONUS$Sales Price\"";
    private static final String GROUP = "\"CRONUS$Customer Price Group\"";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String group = ("G" + System.nanoTime()).substring(0, 10);
    private String item = "";

    PricesE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** A price group of its own for each test, with the price of one item. */
    @BeforeEach
    void insertPrice() {
        erp.update("insert into " + GROUP + " (\"Code\") values ('" + group + "')");
        item = erp.value("select min(\"No_\") from \"CRONUS$Item\" where \"Base Unit of Measure\" = 'PCS'");
        erp.update(price(1, group, "''", "19.5"));
        crm.awaitValue(amount(), "19.5");
        stack.settle();
    }

    @Test
    @DisplayName("A price of a price group appears in the group's price list, in its currency and for the item's unit")
    void aPriceAppears() {
        assertThat(crm.value("select concat_ws('|', p.productnumber, u.name, c.isocurrencycode, p.pricingmethodcode)"
                        + " from productpricelevel p join uom u using (uomid) join transactioncurrency c"
                        + " using (transactioncurrencyid) where p.pricelevelid = " + list()))
                .isEqualTo(item + "|PCS|EUR|1");
    }

    @Test
    @DisplayName("What the CRM fills in where the ERP says nothing is no difference")
    void blankUnitAndCurrencyAreNoDifference() {
        assertThat(stack.couplet("set-aside", "--kind", "drift", "--mapping", "sales-price-line")
                        .output())
                .doesNotContain("currencyCode", "unitOfMeasureCode");
    }

    @Test
    @DisplayName("A new price arrives, and is put back if somebody changes it in the CRM")
    void theErpKeepsPrices() {
        erp.update("update " + PRICE + " set \"Unit Price\" = 21 where \"Sales Code\" = '" + group + "'");
        stack.settle();
        assertThat(crm.value(amount())).isEqualTo("21");

        crm.update("update productpricelevel set amount = 1 where pricelevelid = " + list());
        stack.settle();
        assertThat(crm.value(amount())).isEqualTo("21");
    }

    @Test
    @DisplayName("A price removed in the ERP disappears in the CRM; one removed in the CRM comes back")
    void removedPricesDisappear() {
        crm.update("delete from productpricelevel where pricelevelid = " + list());
        crm.awaitValue(amount(), "19.5");
        stack.settle();

        erp.update("delete from " + PRICE + " where \"Sales Code\" = '" + group + "'");
        stack.settle();
        assertThat(crm.values(amount())).isEmpty();
        assertThat(crm.values("select name from pricelevel where name = '" + group + "'"))
                .hasSize(1);
    }

    @Test
    @DisplayName("Prices of customers and of everybody stay in the ERP")
    void otherPricesStay() {
        erp.update(price(2, "", "''", "11"));
        erp.update(price(0, erp.value("select min(\"No_\") from \"CRONUS$Customer\""), "''", "12"));
        stack.settle();
        assertThat(crm.values("select amount from productpricelevel where productnumber = '" + item
                        + "' and amount in (11, 12)"))
                .isEmpty();
        erp.update("delete from " + PRICE + " where \"Sales Type\" in (0, 2) and \"Item No_\" = '" + item + "'");
    }

    @Test
    @DisplayName(
            "A price in another currency than its list's is set aside in the CRM's words, and goes on when put right")
    void anotherCurrencyIsRefused() {
        String other = "X" + group.substring(1);
        erp.update("insert into " + GROUP + " (\"Code\") values ('" + other + "')");
        erp.update(price(1, other, "'USD'", "5"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                stack.couplet("set-aside", "--kind", "rejected", "--mapping", "sales-price-line")
                                        .output())
                        .contains("sales-price-line")
                        .contains("the currency of a price is its price list's"));

        erp.update("update " + PRICE + " set \"Currency Code\" = '' where \"Sales Code\" = '" + other + "'");
        crm.awaitValue(
                "select trim_scale(amount) from productpricelevel p join pricelevel l using (pricelevelid) where l.name = '"
                        + other + "'",
                "5");
        stack.settle();
    }

    private String price(int type, String code, String currency, String amount) {
        return "insert into " + PRICE
                + " (\"Item No_\", \"Sales Type\", \"Sales Code\", \"Currency Code\", \"Unit Price\")" + " values ('"
                + item + "', " + type + ", '" + code + "', " + currency + ", " + amount + ")";
    }

    private String list() {
        return "(select pricelevelid from pricelevel where name = '" + group + "')";
    }

    private String amount() {
        return "select trim_scale(amount) from productpricelevel where pricelevelid = " + list();
    }
}
