package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.mappings.MappingFiles;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping is switched off and on again while both systems go on working. */
class SwitchedOffTest {
    private static final String MAPPING = """
        mapping: customer-account
        erp: customer
        crm: account
        enabled: settings.customers
        delete: propagate
        match:
          - {erp: eMail, crm: emailaddress1}
        fields:
          - {erp: name, crm: name}
          - {erp: eMail, crm: emailaddress1}
          - {erp: phoneNo, crm: telephone1}
          - {erp: faxNo, crm: fax}
        """;

    @TempDir
    Path directory = Path.of(".");

    private TopologyHarness harness = new TopologyHarness();
    private String customer = "";
    private String account = "";

    @BeforeEach
    void aCoupledCustomer() throws IOException {
        harness.close();
        harness = new TopologyHarness(mappings(true));
        harness.snapshotsEnd();
        customer = harness.erp.insert("customer", "bjorn", Map.of("name", "Adatum", "eMail", "info@adatum.test"));
        harness.settle();
        account = harness.crm.all("account").get(0);
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    @Test
    void whatIsOffWritesNothing() throws IOException {
        harness.restartWith(mappings(false));
        harness.erp.update(customer, "bjorn", Map.of("phoneNo", "1"));
        harness.erp.insert("customer", "bjorn", Map.of("name", "Fabrikam", "eMail", "info@fabrikam.test"));
        harness.crm.insert("account", "anna", Map.of("name", "Fabrikam", "emailaddress1", "info@fabrikam.test"));
        harness.crm.delete(account);

        assertThat(harness.settle()).isZero();
        assertThat(harness.setAside()).isEmpty();
        assertThat(harness.erp.all("customer")).hasSize(2);
    }

    @Test
    void whatIsOffIsRebuiltAsItIs() throws IOException {
        harness.close();
        harness = new TopologyHarness(mappings(false));
        harness.snapshotsEnd();
        harness.erp.insert("customer", "bjorn", Map.of("name", "Fabrikam", "eMail", "info@fabrikam.test"));
        harness.crm.insert("account", "anna", Map.of("name", "Fabrikam", "emailaddress1", "info@fabrikam.test"));
        harness.settle();

        assertThat(harness.replaying().differences()).isEmpty();
    }

    @Test
    void whatBothSidesEditedMeanwhileIsMergedWithTheNextChange() throws IOException {
        harness.restartWith(mappings(false));
        harness.erp.update(customer, "bjorn", Map.of("phoneNo", "1"));
        harness.crm.update(account, "anna", Map.of("fax", "2"));
        harness.settle();
        harness.restartWith(mappings(true));

        harness.erp.update(customer, "bjorn", Map.of("name", "Adatum AG"));
        harness.settle();

        assertThat(harness.crm.get(account, "name")).isEqualTo("Adatum AG");
        assertThat(harness.crm.get(account, "telephone1")).isEqualTo("1");
        assertThat(harness.erp.get(customer, "faxNo")).isEqualTo("2");
        assertThat(harness.setAside()).isEmpty();
    }

    @Test
    void whatWasDeletedMeanwhileIsFoundWithTheNextChange() throws IOException {
        harness.restartWith(mappings(false));
        harness.crm.delete(account);
        harness.settle();
        harness.restartWith(mappings(true));
        assertThat(harness.erp.all("customer")).hasSize(1);

        harness.erp.update(customer, "bjorn", Map.of("phoneNo", "1"));
        harness.settle();

        assertThat(harness.setAside().values())
                .as("a delete against an edit is a question")
                .hasSize(1);
    }

    @Test
    void whoCameMeanwhileIsCoupledWithTheNextChange() throws IOException {
        harness.restartWith(mappings(false));
        String other = harness.erp.insert("customer", "bjorn", Map.of("name", "Fabrikam", "eMail", "i@fabrikam.test"));
        String match =
                harness.crm.insert("account", "anna", Map.of("name", "Fabrikam", "emailaddress1", "i@fabrikam.test"));
        harness.settle();
        harness.restartWith(mappings(true));

        harness.crm.update(match, "anna", Map.of("fax", "2"));
        harness.erp.update(other, "bjorn", Map.of("phoneNo", "1"));
        harness.settle();

        assertThat(harness.crm.all("account")).hasSize(2);
        assertThat(harness.crm.get(match, "telephone1")).isEqualTo("1");
        assertThat(harness.erp.get(other, "faxNo")).isEqualTo("2");
    }

    @Test
    void theAnswerToACommandOnItsWayIsHeard() throws IOException {
        harness.erp.update(customer, "bjorn", Map.of("phoneNo", "1"));
        harness.restartWith(mappings(false));
        assertThat(harness.settle()).isEqualTo(1);
        harness.restartWith(mappings(true));

        harness.crm.update(account, "anna", Map.of("telephone1", "3"));
        harness.settle();

        assertThat(harness.erp.get(customer, "phoneNo")).isEqualTo("3");
        assertThat(harness.setAside()).isEmpty();
    }

    private LoadedMappings mappings(boolean on) throws IOException {
        Files.writeString(directory.resolve("customers.yaml"), MAPPING);
        Files.writeString(directory.resolve("switches.yaml"), "settings: switches\nvalues: {customers: true}\n");
        Path decided = Files.createDirectories(directory.resolve("company")).resolve("settings.yaml");
        Files.writeString(decided, "customers: " + on + "\n");
        return new LoadedMappings(new MappingFiles(Pipes.ENTITIES, List.of("CRONUS")).directory(directory, decided));
    }
}
