package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.ConfigDirectory;
import io.couplet.domain.model.Side;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mappings in a company that has decided for units in groups and for price lists. */
class UnitGroupsAndPriceListsTest {
    @TempDir
    Path directory = Path.of(".");

    private TopologyHarness harness = new TopologyHarness();
    private String box = "";
    private String header = "";
    private String line = "";
    private String euro = "";

    /** An item that is sold by the piece and by the box of twelve, with a price for a box. */
    @BeforeEach
    void aPricedItem() throws IOException {
        harness.close();
        Files.writeString(directory.resolve("settings.yaml"), "units: groups\nprices: lists\n");
        harness = new TopologyHarness(
                new LoadedMappings(CheckedCatalogue.of(new ConfigDirectory(directory), List.of("CRONUS"))
                        .mappings()
                        .mappings()));
        harness.snapshotsEnd();
        insert("company", Map.of("name", "CRONUS", "lcyCode", "EUR"));
        euro = harness.crm.insert("transactioncurrency", "carla", Map.of("isocurrencycode", "EUR"));
        insert("unitgroup", Map.of("code", "ITEM 1000 UOM GR", "sourceNo", "1000"));
        unit("PCS", 1);
        box = unit("BOX", 12);
        insert(
                "item",
                Map.of("no", "1000", "description", "Bell", "baseUnitOfMeasure", "PCS", "baseUnitKey", "1000/PCS"));
        header = insert(
                "pricelistheader",
                Map.of("code", "S00001", "description", "Retail", "priceType", 1, "amountType", 17, "status", 0));
        line = insert(
                "pricelistline",
                Map.of(
                        "priceListCode", "S00001",
                        "priceType", 1,
                        "amountType", 17,
                        "assetType", 10,
                        "itemNo", "1000",
                        "resourceNo", "1000",
                        "itemUnitKey", "1000/BOX",
                        "resourceUnitKey", "1000/BOX",
                        "unitPrice", decimal(99)));
        harness.settle();
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    @Test
    void aProductIsSoldInTheUnitsOfItsItem() {
        String group = only("uomschedule");
        assertThat(harness.crm.get(group, "name")).isEqualTo("ITEM 1000 UOM GR");
        assertThat(harness.crm.all("uom"))
                .extracting(unit -> harness.crm.get(unit, "name"))
                .containsExactlyInAnyOrder("PCS", "BOX");
        assertThat(harness.crm.all("uom"))
                .allSatisfy(unit ->
                        assertThat(harness.crm.get(unit, "uomscheduleid")).isEqualTo(id(group)));
        assertThat(harness.crm.get(only("product"), "defaultuomid")).isEqualTo(id(unitNamed("PCS")));
        assertThat(number(unitNamed("BOX"), "quantity")).isEqualByComparingTo("12");
    }

    @Test
    void aUnitThatTheErpRemovesGoesAndOneThatTheCrmRemovesComesBack() {
        harness.crm.delete(unitNamed("PCS"));
        harness.erp.delete(box);
        harness.settle();

        assertThat(harness.crm.get(only("uom"), "name")).isEqualTo("PCS");
    }

    @Test
    void aListAndItsPricesComeWhenItIsActive() {
        assertThat(retail()).as("a draft").isEmpty();
        assertThat(harness.setAside().values())
                .anySatisfy(waiting -> assertThat(waiting.getReason()).contains("pricelistheader/code=S00001"));

        activate();

        assertThat(harness.crm.get(list(), "description")).isEqualTo("Retail");
        String price = pricesOf(list()).get(0);
        assertThat(number(price, "amount")).isEqualByComparingTo("99");
        assertThat(harness.crm.get(price, "transactioncurrencyid")).isEqualTo(id(euro));
        assertThat(harness.crm.get(price, "productid")).isEqualTo(id(only("product")));
        assertThat(harness.crm.get(price, "uomid")).isEqualTo(id(unitNamed("BOX")));
    }

    @Test
    void pricesFollowTheErp() {
        activate();
        String list = list();
        harness.crm.delete(pricesOf(list).get(0));
        harness.settle();
        assertThat(pricesOf(list)).as("prices are the ERP's").hasSize(1);

        harness.erp.update(line, "anna", Map.of("unitPrice", decimal(89)));
        harness.settle();
        assertThat(number(pricesOf(list).get(0), "amount")).isEqualByComparingTo("89");

        harness.erp.delete(line);
        harness.settle();
        assertThat(pricesOf(list)).isEmpty();
    }

    @Test
    void anInactiveListIsInactiveThere() {
        activate();
        harness.erp.update(header, "anna", Map.of("status", 2));
        harness.settle();

        assertThat(harness.crm.get(list(), "statecode")).isEqualTo(1);
    }

    @Test
    void aPriceThatTheCrmRefusesIsSetAside() {
        harness.refuse("crm/productpricelevel/");
        activate();
        assertThat(harness.setAside().values())
                .anySatisfy(refused -> assertThat(refused.getReason()).contains("not this one"));

        harness.acceptAll();
        harness.erp.update(line, "anna", Map.of("unitPrice", decimal(88)));
        harness.settle();
        assertThat(number(pricesOf(list()).get(0), "amount")).isEqualByComparingTo("88");
    }

    @Test
    void whatOneMappingMadeIsNoneOfTheBusinessOfOthersThatDoNothingWithIt() {
        activate();

        assertThat(pricesOf(list())).hasSize(1);
        for (String mapping : List.of("price-list-resource-line", "item-default-price", "sales-price-line")) {
            for (String outcome : List.of("held", "pooled", "filtered")) {
                assertThat(harness.counted(mapping, Side.CRM, outcome))
                        .as(mapping + " " + outcome)
                        .isZero();
            }
        }
    }

    private void activate() {
        harness.erp.update(header, "anna", Map.of("status", 1));
        harness.settle();
    }

    private String unit(String code, int quantity) {
        return insert(
                "itemunitofmeasure",
                Map.of(
                        "itemNo",
                        "1000",
                        "code",
                        code,
                        "key",
                        "1000/" + code,
                        "unitGroupCode",
                        "ITEM 1000 UOM GR",
                        "qtyPerUnitOfMeasure",
                        decimal(quantity)));
    }

    private String insert(String entity, Map<String, Object> fields) {
        return harness.erp.insert(entity, "anna", fields);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number).setScale(10);
    }

    private String only(String entity) {
        assertThat(harness.crm.all(entity)).hasSize(1);
        return harness.crm.all(entity).get(0);
    }

    /** The list of the price list; the company's own is another one. */
    private String list() {
        assertThat(retail()).hasSize(1);
        return retail().get(0);
    }

    private List<String> retail() {
        return harness.crm.all("pricelevel").stream()
                .filter(list -> "Retail".equals(harness.crm.get(list, "description")))
                .toList();
    }

    private String unitNamed(String name) {
        return harness.crm.all("uom").stream()
                .filter(unit -> name.equals(harness.crm.get(unit, "name")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> pricesOf(String list) {
        return harness.crm.all("productpricelevel").stream()
                .filter(price -> id(list).equals(harness.crm.get(price, "pricelevelid")))
                .toList();
    }

    private BigDecimal number(String ref, String field) {
        @Nullable Object value = harness.crm.get(ref, field);
        assertThat(value).isInstanceOf(BigDecimal.class);
        return (BigDecimal) value;
    }

    private static String id(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
