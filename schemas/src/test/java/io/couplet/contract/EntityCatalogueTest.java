package io.couplet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntityCatalogueTest {

    @Test
    void theShippedEntitiesAreFound() {
        assertThat(EntityCatalogue.shipped().all())
                .extracting(EntitySchema::entity)
                .contains(
                        "crm/account",
                        "crm/bcbi_company",
                        "crm/contact",
                        "crm/systemuser",
                        "crm/transactioncurrency",
                        "erp/company",
                        "erp/contact",
                        "erp/currency",
                        "erp/customer",
                        "erp/salesperson")
                .isSorted();
    }

    @Test
    void everyShippedFieldIsExplained() {
        for (EntitySchema entity : EntityCatalogue.shipped().all()) {
            assertThat(entity.schema().getDoc()).as(entity.entity()).isNotBlank();
            assertThat(entity.fields().values())
                    .allSatisfy(field -> assertThat(field.doc())
                            .as(entity.entity() + "." + field.name())
                            .isNotBlank());
        }
    }

    @Test
    void aDirectoryAddsEntitiesAndFieldsOfShippedOnes(@TempDir Path directory) throws IOException {
        write(directory, "Shelf.avsc", entity("Shelf", "erp/shelf", "\"maxLength\": 1"));
        write(directory, "more/Customer.avsc", """
            {"type": "record", "name": "Customer", "entity": "erp/customer", "fields": [
              {"name": "loyaltyNo", "type": ["null", "string"], "default": null, "maxLength": 20}]}
            """);

        EntityCatalogue catalogue = EntityCatalogue.withDirectory(directory);

        assertThat(catalogue.find("erp/shelf")).isPresent();
        EntitySchema customer = catalogue.get("erp/customer");
        EntitySchema shipped = EntityCatalogue.shipped().get("erp/customer");
        assertThat(customer.fields().keySet())
                .containsAll(shipped.fields().keySet())
                .contains("loyaltyNo");
        assertThat(customer.schema().getFullName()).isEqualTo(shipped.schema().getFullName());
        assertThat(customer.schema().getFields())
                .hasSize(shipped.schema().getFields().size() + 1);
        assertThat(customer.alternateKeys()).isEqualTo(shipped.alternateKeys());
        assertThat(catalogue.of(Side.CRM)).allMatch(entity -> entity.side() == Side.CRM);
    }

    @Test
    void faultsOfAllFilesAreReportedTogetherWithTheirPlaces(@TempDir Path directory) throws IOException {
        Path a = write(directory, "A.avsc", "no schema");
        Path b = write(directory, "B.avsc", entity("B", "erp/b", "\"reference\": \"erp/custome\""));
        Path c = write(directory, "C.avsc", entity("B", "erp/b", "\"maxLength\": 1"));
        Path d = write(directory, "D.avsc", """
            {"type": "record", "name": "Customer", "entity": "erp/customer", "key": "no", "fields": [
              {"name": "no", "type": ["null", "string"], "default": null}]}
            """);

        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory))
                .isInstanceOfSatisfying(
                        FaultyEntitySchemas.class,
                        e -> assertThat(e.faults())
                                .hasSize(4)
                                .anyMatch(fault -> fault.startsWith(a + ":1:"))
                                .contains(
                                        c + ":1:51: there is another file for erp/b; put all its fields into one",
                                        d + ":1:66: erp/customer has its \"key\" already; leave it out",
                                        d
                                                + ":2:4: erp/customer has a field 'no' already; give further fields"
                                                + " only, under names of their own"));
        assertThat(b).exists();
    }

    @Test
    void aReferenceToNothingIsAFault(@TempDir Path directory) throws IOException {
        Path file = write(directory, "B.avsc", entity("B", "erp/b", "\"reference\": \"erp/custome\""));

        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory))
                .hasMessage(file + ":2:69: field 'systemId' refers to erp/custome, which is no entity;"
                        + " did you mean 'erp/customer'?");
    }

    @Test
    void aMissingDirectoryIsAFault(@TempDir Path directory) {
        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory.resolve("absent")))
                .isInstanceOf(FaultyEntitySchemas.class)
                .hasMessageContaining("absent:1:1: cannot be read");
    }

    private static Path write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String entity(String name, String entity, String property) {
        return """
            {"type": "record", "name": "%s", "namespace": "n", "entity": "%s", "key": "systemId", "fields": [
              {"name": "systemId", "type": ["null", "string"], "default": null, %s}]}
            """.formatted(name, entity, property);
    }
}
