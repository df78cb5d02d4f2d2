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
    void aDirectoryAddsEntitiesAndReplacesShippedOnes(@TempDir Path directory) throws IOException {
        write(directory, "Shelf.avsc", entity("Shelf", "erp/shelf", "\"x\": 1"));
        write(directory, "more/Customer.avsc", entity("Customer", "erp/customer", "\"x\": 1"));

        EntityCatalogue catalogue = EntityCatalogue.withDirectory(directory);

        assertThat(catalogue.find("erp/shelf")).isPresent();
        assertThat(catalogue.get("erp/customer").fields()).containsOnlyKeys("systemId");
        assertThat(catalogue.of(Side.CRM)).allMatch(entity -> entity.side() == Side.CRM);
    }

    @Test
    void faultsOfAllFilesAreReportedTogether(@TempDir Path directory) throws IOException {
        write(directory, "A.avsc", "no schema");
        write(directory, "B.avsc", entity("B", "erp/b", "\"reference\": \"erp/nowhere\""));
        write(directory, "C.avsc", entity("B", "erp/b", "\"x\": 1"));

        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory))
                .isInstanceOf(FaultyEntitySchemas.class)
                .hasMessageContaining("A.avsc: not an Avro schema")
                .hasMessageContaining("C.avsc: a second file for entity erp/b")
                .hasMessageStartingWith("2 faults");
    }

    @Test
    void aReferenceToNothingIsAFault(@TempDir Path directory) throws IOException {
        write(directory, "B.avsc", entity("B", "erp/b", "\"reference\": \"erp/nowhere\""));

        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory))
                .isInstanceOf(FaultyEntitySchemas.class)
                .hasMessageContaining("erp/b: field systemId refers to erp/nowhere, which is no entity");
    }

    @Test
    void aMissingDirectoryIsAFault(@TempDir Path directory) {
        assertThatThrownBy(() -> EntityCatalogue.withDirectory(directory.resolve("absent")))
                .isInstanceOf(FaultyEntitySchemas.class)
                .hasMessageContaining("absent: cannot be read");
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String entity(String name, String entity, String property) {
        return """
                {"type": "record", "name": "%s", "namespace": "n", "entity": "%s", "key": "systemId", "fields": [
                  {"name": "systemId", "type": ["null", "string"], "default": null, %s}]}
                """.formatted(name, entity, property);
    }
}
