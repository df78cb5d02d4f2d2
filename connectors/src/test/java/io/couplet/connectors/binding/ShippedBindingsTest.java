package io.couplet.connectors.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.connectors.config.Faults;
import io.couplet.connectors.row.RowShape;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedBindingsTest {

    private final EntityCatalogue entities = EntityCatalogue.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"erp", "crm"})
    void everyFieldOfEveryEntityIsBound(String system) {
        BoundSystem bound = bind(null, system, List.of("CRONUS"));

        for (BoundTable table : bound.tables()) {
            EntitySchema entity = entities.get(table.entityName());
            EntityBinding binding = table.entity();
            Stream<String> stored =
                    Stream.concat(binding.columns().keySet().stream(), binding.rows().keySet().stream());
            assertThat(Stream.concat(stored, binding.companyFields().stream()))
                    .as(table.entityName())
                    .containsExactlyInAnyOrderElementsOf(entity.fields().values().stream()
                            .map(EntityField::name)
                            .toList());
        }
    }

    @Test
    void eachCompanyHasItsOwnTablesAndReferences() {
        BoundSystem bound = bind(null, "erp", List.of("CRONUS", "Fabrikam"));
        BoundTable table = bound.tableOfRef("erp/Fabrikam/customer/1").orElseThrow();
        assertThat(table.table()).isEqualTo("Fabrikam$Customer");
        assertThat(table.refOf("ABC")).isEqualTo("erp/Fabrikam/customer/abc");
        assertThat(bound.tableOfRef("erp/Unknown/customer/1")).isEmpty();
    }

    @Test
    void recordsOfTheErpHoldTheirCompany() {
        BoundSystem bound = bind(null, "erp", List.of("CRONUS", "Fabrikam"));
        RowShape shape = RowShape.of(bound.tableOfRef("erp/Fabrikam/currency/1").orElseThrow());

        assertThat(shape.record(new @Nullable Object[shape.columns().size()]).get("company"))
                .isEqualTo("Fabrikam");
    }

    @Test
    void allFaultsOfABindingAreNamedAtOnce() {
        Faults faults = new Faults();
        BindingLoader loader = new BindingLoader(Path.of("src/test/resources/faulty-bindings"), faults);
        loader.load("crm")
                .ifPresent(binding -> BoundSystem.of(
                        binding,
                        List.of(),
                        entity ->
                                entities.find(entity).map(EntitySchema::schema).orElse(null),
                        faults));
        assertThat(String.join("\n", faults.list()))
                .contains("blank: must be")
                .contains("account.version: is missing")
                .contains("account.colour: is not a key")
                .contains("account.ownWrites: must be `left-out` or `shown`")
                .contains("there is no schema of the entity crm/nonsense")
                .contains("columns.nothing: the entity has no such field")
                .contains("columns.lastname: holds the company, but the table is not one of a company")
                .contains("the configuration names no companies");
    }

    private BoundSystem bind(@Nullable Path directory, String system, List<String> companies) {
        Faults faults = new Faults();
        BoundSystem bound = BoundSystem.of(
                new BindingLoader(directory, faults).load(system).orElseThrow(),
                companies,
                entity -> entities.find(entity).map(EntitySchema::schema).orElse(null),
                faults);
        faults.throwIfAny();
        return bound;
    }
}
