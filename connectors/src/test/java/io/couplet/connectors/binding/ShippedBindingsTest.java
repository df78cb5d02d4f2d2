package io.couplet.connectors.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.connectors.config.Faults;
import io.couplet.connectors.row.RowShape;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.binding.BindingFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShippedBindingsTest {

    private final EntityCatalogue entities = EntityCatalogue.shipped();

    @Test
    void eachCompanyHasItsOwnTablesAndReferences() {
        BoundSystem bound = bind("erp", List.of("CRONUS", "Fabrikam"));
        BoundTable table = bound.tableOfRef("erp/Fabrikam/customer/1").orElseThrow();
        assertThat(table.table()).isEqualTo("Fabrikam$Customer");
        assertThat(table.refOf("ABC")).isEqualTo("erp/Fabrikam/customer/abc");
        assertThat(bound.tableOfRef("erp/Unknown/customer/1")).isEmpty();
    }

    @Test
    void recordsOfTheErpHoldTheirCompany() {
        BoundSystem bound = bind("erp", List.of("CRONUS", "Fabrikam"));
        RowShape shape = RowShape.of(bound.tableOfRef("erp/Fabrikam/currency/1").orElseThrow());

        assertThat(shape.record(new @Nullable Object[shape.columns().size()]).get("company"))
                .isEqualTo("Fabrikam");
    }

    @Test
    void tablesOfACompanyNeedCompanies() {
        Faults faults = new Faults();
        bind("erp", List.of(), faults);

        assertThat(faults.list())
                .contains("systems: the table of erp/customer is per company, but no companies are named");
    }

    private BoundSystem bind(String system, List<String> companies) {
        Faults faults = new Faults();
        BoundSystem bound = bind(system, companies, faults);
        faults.throwIfAny();
        return bound;
    }

    private BoundSystem bind(String system, List<String> companies, Faults faults) {
        return BoundSystem.of(
                Objects.requireNonNull(
                        BindingFiles.read(entities, null, new ArrayList<>()).get(system)),
                companies,
                entities,
                faults);
    }
}
