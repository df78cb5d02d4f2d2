package io.couplet.contract.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped column bindings, and what a company adds to them. */
final class BindingFilesTest {
    private static final String SERVICE_OBJECT = """
        {"type": "record", "name": "ServiceObject", "entity": "erp/serviceobject", "key": "systemId", "fields": [
          {"name": "systemId", "type": ["null", "string"], "default": null},
          {"name": "description", "type": ["null", "string"], "default": null}]}
        """;
    private static final String LOYALTY = """
        {"type": "record", "name": "Customer", "entity": "erp/customer", "fields": [
          {"name": "loyaltyNo", "type": ["null", "string"], "default": null}]}
        """;

    private final List<FileFault> faults = new ArrayList<>();

    @TempDir
    private Path directory = Path.of(".");

    @BeforeEach
    void furtherSchemas() throws IOException {
        Files.createDirectories(directory.resolve("schemas"));
        Files.createDirectories(directory.resolve("bindings"));
        Files.writeString(directory.resolve("schemas/ServiceObject.avsc"), SERVICE_OBJECT);
        Files.writeString(directory.resolve("schemas/Customer.avsc"), LOYALTY);
    }

    @Test
    void everyShippedFieldHasItsColumn() {
        EntityCatalogue entities = EntityCatalogue.shipped();
        Map<String, SystemBinding> bindings = BindingFiles.read(entities, null, faults);

        assertThat(faults).isEmpty();
        bindings.forEach((system, binding) -> binding.entities()
                .forEach(entity -> assertThat(entity.fields())
                        .as(system + "/" + entity.name())
                        .containsExactlyInAnyOrderElementsOf(entities.get(system + "/" + entity.name())
                                .fields()
                                .keySet())));
        // Others show sums, which no table holds.
        assertThat(bindings.values().stream()
                        .flatMap(binding ->
                                binding.entities().stream().map(entity -> binding.system() + "/" + entity.name())))
                .isSubsetOf(entities.all().stream().map(EntitySchema::entity).toList())
                .contains("erp/customer", "crm/account");
    }

    @Test
    void aCompanyAddsColumnsAndTables() throws IOException {
        file("ours.yaml", """
            system: erp
            entities:
              customer:
                columns: {loyaltyNo: "Loyalty No_"}
              serviceobject:
                table: "{company}$Service Object"
                id: "$systemId"
                version: timestamp
                createdBy: "$systemCreatedBy"
                createdAt: "$systemCreatedAt"
                modifiedBy: "$systemModifiedBy"
                modifiedAt: "$systemModifiedAt"
                columns: {systemId: "$systemId", description: Description}
            """);

        Map<String, SystemBinding> bindings = read();

        assertThat(faults).isEmpty();
        List<EntityBinding> erp = Objects.requireNonNull(bindings.get("erp")).entities();
        assertThat(erp)
                .filteredOn(entity -> entity.name().equals("customer"))
                .singleElement()
                .satisfies(customer -> assertThat(customer.columns())
                        .containsEntry("loyaltyNo", "Loyalty No_")
                        .containsEntry("no", "No_"));
        assertThat(erp)
                .filteredOn(entity -> entity.name().equals("serviceobject"))
                .singleElement()
                .satisfies(object -> {
                    assertThat(object.tableOf("CRONUS")).isEqualTo("CRONUS$Service Object");
                    assertThat(object.columns()).containsEntry("description", "Description");
                });
    }

    @Test
    void faultsOfAllFilesComeTogetherWithTheirPlaces() throws IOException {
        Path broken = file("a-broken.yaml", "system: [\n");
        Path empty = file("b-empty.yaml", "# nothing\n");
        Path system = file("c-system.yaml", "system: erq\nentities: {}\n");
        Path customer = file("d-customer.yaml", """
            system: erp
            blank: empty
            entitys: {}
            entities:
              customer:
                table: Customers
                ownWrites: always
                columns:
                  loyaltyNo: "Loyalty No_"
                  no: Number
                  loyalty: "Loyalty"
                  loyaltyNo: "Loyalty"
              custmer: {columns: {}}
            """);
        Path object = file("e-object.yaml", """
            system: erp
            entities:
              serviceobject:
                table: "Service Object"
                id: "$systemId"
                version: [timestamp]
                createdBy: "$systemCreatedBy"
                createdAt: "$systemCreatedAt"
                modifiedBy: "$systemModifiedBy"
                columns: {description: "{company}"}
            """);

        read();

        assertThat(faults.stream().sorted().map(FileFault::toString))
                .containsExactly(
                        broken
                                + ":2:1: not YAML: expected the node content, but found '<stream end>'; correct the"
                                + " YAML",
                        empty + ":1:1: the file is empty; begin with 'system: erp' or 'system: crm'",
                        system + ":1:9: 'erq' is no system; did you mean 'erp'?",
                        customer + ":2:1: the shipped binding says 'blank' for all tables; leave it out",
                        customer + ":3:1: unknown key 'entitys'; did you mean 'entities'?",
                        customer + ":6:5: 'table' of erp/customer is bound already; give further columns only",
                        customer + ":7:16: 'always' is no value of 'ownWrites'; use one of: left-out, existence, shown",
                        customer + ":10:7: 'no' is bound already, to No_; leave it out",
                        customer + ":11:7: erp/customer has no field 'loyalty'; did you mean 'loyaltyNo'?",
                        customer + ":12:7: 'loyaltyNo' is given twice; keep one of them",
                        customer + ":13:3: there is no entity erp/custmer; did you mean 'customer'?",
                        object
                                + ":4:5: 'modifiedAt' is missing; name the column of the table: see the shipped"
                                + " bindings",
                        object + ":5:9: no field is bound to the column $systemId; bind 'systemId' to it",
                        object + ":6:14: 'version' must be a text; write one name behind the colon",
                        object
                                + ":10:28: 'description' holds the company, but the table is not one of a company;"
                                + " write the table's name with {company}, or name a column");
    }

    @Test
    void rowsOfOtherTablesMustBeThere() throws IOException {
        Path objects = file("objects.yaml", """
            system: erp
            entities:
              serviceobject:
                table: "{company}$Service Object"
                id: "$systemId"
                version: timestamp
                createdBy: "$systemCreatedBy"
                createdAt: "$systemCreatedAt"
                modifiedBy: "$systemModifiedBy"
                modifiedAt: "$systemModifiedAt"
                columns:
                  systemId: "$systemId"
                  description: {rows: customer, parent: {nmae: systemId, no: number}, childs: 1}
            """);

        Map<String, SystemBinding> bindings = read();

        assertThat(faults.stream().sorted().map(FileFault::toString))
                .containsExactly(
                        objects + ":13:46: no column of customer is bound to 'nmae'; did you mean 'name'?",
                        objects + ":13:66: no column of serviceobject is bound to 'number'; use one of: systemId",
                        objects + ":13:75: unknown key 'childs'; use one of: rows, parent");
        assertThat(Objects.requireNonNull(bindings.get("erp")).entities())
                .anySatisfy(entity -> assertThat(entity.rows()).containsKey("description"));
    }

    private Map<String, SystemBinding> read() {
        ConfigDirectory company = new ConfigDirectory(directory);
        return BindingFiles.read(EntityCatalogue.read(company, faults), company, faults);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve("bindings").resolve(name), text);
    }
}
