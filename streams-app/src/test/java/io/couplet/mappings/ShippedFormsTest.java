package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units and prices have two forms each, and a company has one of each. */
class ShippedFormsTest {

    @Test
    void unitsArePlainAndPricesOfGroupsUnlessACompanySaysOtherwise() {
        assertThat(namesOn(""))
                .contains("unit-of-measure", "price-group-price-list", "sales-price-line")
                .doesNotContain("unit-group", "item-unit", "resource-unit")
                .doesNotContain("price-list-header", "price-list-item-line", "price-list-resource-line");
        assertThat(rules("", "item-product"))
                .contains("baseUnitOfMeasure=defaultuomscheduleid")
                .doesNotContain("baseUnitKey=defaultuomid");
    }

    @Test
    void unitGroupsHaveAllUnitsOfAProduct() {
        assertThat(namesOn("units: groups"))
                .contains("unit-group", "item-unit", "resource-unit", "sales-price-line")
                .doesNotContain("unit-of-measure");
        assertThat(rules("units: groups", "item-product"))
                .contains("baseUnitKey=defaultuomid")
                .doesNotContain("baseUnitOfMeasure=defaultuomscheduleid");
        assertThat(rules("units: groups", "sales-price-line")).contains("unitKey=uomid");
        assertThat(rules("units: groups", "resource-default-price")).contains("baseUnitKey=uomid");
    }

    @Test
    void priceListsReplacePriceGroups() {
        assertThat(namesOn("prices: lists"))
                .contains("price-list-header", "price-list-item-line", "price-list-resource-line")
                .doesNotContain("price-group-price-list", "sales-price-line");
        Mapping line = mapping("prices: lists", "price-list-resource-line");
        assertThat(line.end(Side.ERP).filter().accepts(field -> switch (field) {
                    case "priceType" -> Value.whole(1);
                    case "amountType" -> Value.whole(17);
                    case "assetType" -> Value.whole(30);
                    default -> Value.BLANK;
                }))
                .isTrue();
    }

    @Test
    void theWriteInItemIsNoProduct() {
        Mapping.Filter filter =
                mapping("writeInNo: WRITE-IN", "item-product").end(Side.ERP).filter();

        assertThat(filter.accepts(field -> Value.text("WRITE-IN"))).isFalse();
        assertThat(filter.accepts(field -> Value.text("1000"))).isTrue();
    }

    private static List<String> rules(String decided, String name) {
        return mapping(decided, name).rules().stream().map(Rule::name).toList();
    }

    private static Mapping mapping(String decided, String name) {
        return load(decided).stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> namesOn(String decided) {
        return load(decided).stream().filter(Mapping::isOn).map(Mapping::name).toList();
    }

    private static List<Mapping> load(String decided) {
        return new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
                .checkedCatalogue(decided)
                .mappings();
    }
}
