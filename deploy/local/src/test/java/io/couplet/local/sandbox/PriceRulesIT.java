package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of prices, whoever writes. */
class PriceRulesIT {
    private static final TestDatabases DATABASES = TestDatabases.shared();
    private static final String PRICE = "\"CRONUS$Sales Price\"";
    private static final String LINE = "\"CRONUS$Price List Line\"";

    private String item = "";

    @BeforeAll
    static void loadSampleData() throws SQLException {
        Sandbox.erp(DATABASES.admin("rules_erp")).load(1, SampleData.DEFAULT_SEED);
        Sandbox.crm(DATABASES.admin("rules_crm")).load(1, SampleData.DEFAULT_SEED);
        erp("INSERT INTO \"CRONUS$Customer Price Group\" (\"Code\") VALUES ('RULES')");
        erp("INSERT INTO \"CRONUS$Price List Header\" (\"Code\") VALUES ('RULES')");
    }

    @BeforeEach
    void insertItem() throws SQLException {
        item = String.valueOf(
                erp("INSERT INTO \"CRONUS$Item\" (\"Base Unit of Measure\") VALUES ('PCS') RETURNING \"No_\""));
    }

    @Test
    void aPriceWithoutAUnitIsForTheBaseUnit() throws SQLException {
        assertThat(erp(price("RULES", "") + " RETURNING \"Unit Key\"")).isEqualTo(item + "/PCS");
        assertThatThrownBy(() -> erp(price("RULES", "BOX"))).hasMessageContaining("has no unit of measure BOX");
        assertThatThrownBy(() -> erp(price("RULES", ""))).hasMessageContaining("the sales price exists already");
    }

    @Test
    void aPriceIsOfAPriceGroupThatExists() {
        assertThatThrownBy(() -> erp(price("NONE", ""))).hasMessageContaining("there is no customer price group NONE");
    }

    @Test
    void pricesFollowTheirItemAndGoWithIt() throws SQLException {
        erp(price("RULES", ""));
        erp(line());
        erp("UPDATE \"CRONUS$Item\" SET \"No_\" = '" + item + "B' WHERE \"No_\" = '" + item + "'");
        String count = "SELECT (SELECT count(*) FROM " + PRICE + " WHERE \"Item No_\" = '" + item
                + "B') + (SELECT count(*) FROM " + LINE + " WHERE \"Asset No_\" = '" + item + "B')";
        assertThat(erp(count)).isEqualTo("2");

        erp("DELETE FROM \"CRONUS$Item\" WHERE \"No_\" = '" + item + "B'");
        assertThat(erp(count)).isEqualTo("0");
    }

    @Test
    void linesOfAPriceListAreNumberedAndHaveItsCurrency() throws SQLException {
        erp("INSERT INTO \"CRONUS$Price List Header\" (\"Code\", \"Currency Code\") VALUES ('L" + item + "', 'usd')");

        assertThat(erp(line().replace("'RULES'", "'L" + item + "'") + " RETURNING \"Line No_\" || \"Currency Code\""))
                .isEqualTo("10000USD");
    }

    @Test
    void anActivePriceListCannotBeDeleted() throws SQLException {
        erp("INSERT INTO \"CRONUS$Price List Header\" (\"Code\", \"Status\") VALUES ('ACTIVE', 1)");

        assertThatThrownBy(() -> erp("DELETE FROM \"CRONUS$Price List Header\" WHERE \"Code\" = 'ACTIVE'"))
                .hasMessageContaining("price list ACTIVE is active");
    }

    @Test
    void aPriceListKeepsItsCurrency() throws SQLException {
        crm("INSERT INTO pricelevel (name) VALUES ('Kept')");

        assertThatThrownBy(() -> crm("UPDATE pricelevel SET transactioncurrencyid ="
                        + " (SELECT transactioncurrencyid FROM transactioncurrency WHERE isocurrencycode = 'USD')"
                        + " WHERE name = 'Kept'"))
                .hasMessageContaining("the currency of a price list cannot be changed");
    }

    @Test
    void aPriceListThatIsUsedCannotBeDeleted() throws SQLException {
        crm("INSERT INTO pricelevel (name) VALUES ('Used')");
        crm("UPDATE product SET pricelevelid = (SELECT pricelevelid FROM pricelevel WHERE name = 'Used')"
                + " WHERE productnumber = 'I-00001'");

        assertThatThrownBy(() -> crm("DELETE FROM pricelevel WHERE name = 'Used'"))
                .hasMessageContaining("pricelevelid must be a pricelevel");
    }

    @Test
    void whatAPriceCannotBeIsRefused() throws SQLException {
        crm("INSERT INTO pricelevel (name) VALUES ('Prices')");
        String insert =
                "INSERT INTO productpricelevel (pricelevelid, productid, amount) SELECT l.pricelevelid, p.productid, %s"
                        + " FROM pricelevel l, product p WHERE l.name = 'Prices' AND p.productnumber = 'I-00001'";
        crm(insert.formatted("5"));

        assertThatThrownBy(() -> crm(insert.formatted("6")))
                .hasMessageContaining("the price list has a price for this product and unit");
        String update = "UPDATE productpricelevel SET %s WHERE pricelevelid ="
                + " (SELECT pricelevelid FROM pricelevel WHERE name = 'Prices')";
        assertThatThrownBy(() -> crm(update.formatted("amount = -1")))
                .hasMessageContaining("amount must not be negative");
        assertThatThrownBy(
                        () -> crm(
                                update.formatted(
                                        "transactioncurrencyid = (SELECT transactioncurrencyid FROM transactioncurrency WHERE isocurrencycode = 'USD')")))
                .hasMessageContaining("the currency of a price is its price list's");
        assertThatThrownBy(() -> crm(update.formatted("uomid = (SELECT uomid FROM uom WHERE name = 'HOUR')")))
                .hasMessageContaining("uomid must be a unit of the product's unit group");
    }

    private String price(String group, String unit) {
        return "INSERT INTO " + PRICE
                + " (\"Item No_\", \"Sales Type\", \"Sales Code\", \"Unit of Measure Code\") VALUES ('" + item
                + "', 1, '" + group + "', '" + unit + "')";
    }

    private String line() {
        return "INSERT INTO " + LINE + " (\"Price List Code\", \"Asset No_\", \"Unit Price\") VALUES ('RULES', '" + item
                + "', 5)";
    }

    private static @Nullable String erp(String sql) throws SQLException {
        return DATABASES.run("rules_erp", "anna", sql);
    }

    private static @Nullable String crm(String sql) throws SQLException {
        return DATABASES.run("rules_crm", "carla", sql);
    }
}
