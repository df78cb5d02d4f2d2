package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Audit;
import io.couplet.mappings.MappingFiles;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping file says is what happens. */
class MappingWordsTest {
    private static final String CUSTOMERS = "mapping: customers\nerp: customer\ncrm: account\nconflict: crm-wins\n";
    private static final String FIELDS = """
            fields:
              - {erp: name, crm: name}
              - {erp: eMail, crm: emailaddress1}
              - {erp: postCode, crm: address1_postalcode, group: place}
              - {erp: city, crm: address1_city, group: place}
            """;

    @TempDir
    Path directory;

    @Test
    void fieldsOfAGroupHaveOneWinner() throws IOException {
        try (TopologyHarness harness = harness("")) {
            String customer = customer(harness, Map.of("name", "Adatum", "postCode", "10115", "city", "Berlin"));
            harness.settle();
            String account = harness.crm.all("account").get(0);

            harness.erp.update(customer, "bjorn", Map.of("city", "Ulm"));
            harness.crm.update(account, "anna", Map.of("address1_postalcode", "50667"));
            harness.settle();

            assertThat(harness.erp.get(customer, "city")).isEqualTo("Berlin");
            assertThat(harness.erp.get(customer, "postCode")).isEqualTo("50667");
            assertThat(harness.crm.get(account, "address1_city")).isEqualTo("Berlin");
            assertThat(harness.audit())
                    .flatExtracting(Audit::getLosers)
                    .anySatisfy(loser -> assertThat(loser.toString()).contains("Ulm"));
        }
    }

    @Test
    void recordsAreFoundByAllKeysOfAGroup() throws IOException {
        try (TopologyHarness harness = harness("""
                match:
                  - keys: [{erp: name, crm: name}, {erp: postCode, crm: address1_postalcode}]
                  - {erp: eMail, crm: emailaddress1}
                """)) {
            account(harness, Map.of("name", "Adatum", "address1_postalcode", "10115"));
            account(harness, Map.of("name", "Fabrikam", "emailaddress1", "info@fabrikam.test"));
            customer(harness, Map.of("name", "ADATUM", "postCode", "10115"));
            customer(harness, Map.of("name", "Fabrikam", "eMail", "Info@fabrikam.test"));
            customer(harness, Map.of("name", "Adatum"));
            harness.snapshotsEnd();
            harness.settle();

            assertThat(harness.crm.all("account")).hasSize(3);
            assertThat(harness.erp.all("customer")).hasSize(3);
            assertThat(harness.setAside()).isEmpty();
        }
    }

    @Test
    void whoFindsATakenOneIsSetAsideOrGetsACounterpart() throws IOException {
        for (String onTaken : List.of("ask", "create")) {
            try (TopologyHarness harness =
                    harness("match: [{erp: eMail, crm: emailaddress1}]\nonTaken: " + onTaken + "\n")) {
                harness.snapshotsEnd();
                customer(harness, Map.of("name", "Adatum", "eMail", "info@adatum.test"));
                harness.settle();
                customer(harness, Map.of("name", "Adatum two", "eMail", "info@adatum.test"));
                harness.settle();

                assertThat(harness.crm.all("account")).hasSize(onTaken.equals("ask") ? 1 : 2);
                assertThat(harness.setAside()).hasSize(onTaken.equals("ask") ? 1 : 0);
            }
        }
    }

    @Test
    void aDeletedRecordIsRestored() throws IOException {
        try (TopologyHarness harness = harness("delete: restore\n")) {
            customer(harness, Map.of("name", "Adatum"));
            harness.settle();
            String account = harness.crm.all("account").get(0);

            harness.crm.delete(account);
            harness.settle();

            assertThat(harness.crm.all("account")).hasSize(1).doesNotContain(account);
            assertThat(harness.crm.get(harness.crm.all("account").get(0), "name"))
                    .isEqualTo("Adatum");
        }
    }

    @Test
    void aRecordThatTwoMappingsCoupleIsAwaitedUnderBoth() throws IOException {
        Files.writeString(directory.resolve("currencies.yaml"), """
                mapping: currencies
                erp: company
                crm: transactioncurrency
                direction: to-crm
                fields: [{erp: lcyCode, crm: isocurrencycode}]
                """);
        Files.writeString(directory.resolve("lists.yaml"), """
                mapping: lists
                erp: company
                crm: pricelevel
                direction: to-crm
                needs: [currencies]
                fields:
                  - {erp: name, crm: name}
                  - {erp: name, crm: transactioncurrencyid, reference: currencies, required: true}
                """);
        String list = "  - {erp: company, crm: pricelevelid, reference: lists}\n";
        String currency = "  - {erp: company, crm: transactioncurrencyid, reference: currencies}\n";
        for (String fields : List.of(list + currency, currency + list)) {
            Files.writeString(directory.resolve("items.yaml"), """
                    mapping: items
                    erp: item
                    crm: product
                    direction: to-crm
                    needs: [currencies, lists]
                    fields:
                    """ + fields);
            try (TopologyHarness harness = loaded()) {
                harness.erp.insert("item", "bjorn", Map.of("no", "1000", "company", "CRONUS"));
                harness.settle();
                harness.erp.insert("company", "bjorn", Map.of("name", "CRONUS", "lcyCode", "EUR"));
                harness.settle();

                String product = harness.crm.all("product").get(0);
                assertThat(harness.crm.all("pricelevel"))
                        .containsExactly("crm/pricelevel/" + harness.crm.get(product, "pricelevelid"));
                assertThat(harness.crm.all("transactioncurrency"))
                        .containsExactly(
                                "crm/transactioncurrency/" + harness.crm.get(product, "transactioncurrencyid"));
                assertThat(harness.setAside()).isEmpty();
            }
        }
    }

    @Test
    void aBlankRequiredReferenceLeavesTheOtherSideAsItIsAndIsADifferenceOnlyWhereItWasNot() throws IOException {
        Files.writeString(directory.resolve("currencies.yaml"), """
                mapping: currencies
                erp: currency
                crm: transactioncurrency
                direction: to-crm
                fields: [{erp: code, crm: isocurrencycode}]
                """);
        Files.writeString(directory.resolve("customers.yaml"), """
                mapping: customers
                erp: customer
                crm: account
                direction: to-crm
                fields:
                  - {erp: name, crm: name}
                  - {erp: currencyCode, crm: transactioncurrencyid, reference: currencies, required: true}
                """);
        try (TopologyHarness harness = loaded()) {
            harness.erp.insert("currency", "bjorn", Map.of("code", "SEK"));
            harness.erp.insert("currency", "bjorn", Map.of("code", "NOK"));
            String customer = customer(harness, Map.of("name", "Adatum"));
            harness.settle();
            String account = harness.crm.all("account").get(0);

            harness.crm.update(account, "anna", Map.of("transactioncurrencyid", currency(harness, "NOK")));
            harness.settle();
            assertThat(harness.setAside()).isEmpty();

            harness.erp.update(customer, "bjorn", Map.of("currencyCode", "SEK"));
            harness.settle();
            assertThat(harness.crm.get(account, "transactioncurrencyid")).isEqualTo(currency(harness, "SEK"));

            harness.erp.update(customer, "bjorn", Map.of("currencyCode", ""));
            harness.settle();
            assertThat(harness.crm.get(account, "transactioncurrencyid")).isEqualTo(currency(harness, "SEK"));
            assertThat(harness.setAside().values())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.getReason()).contains("currencyCode"));
        }
    }

    private static String currency(TopologyHarness harness, String code) {
        return harness.crm.all("transactioncurrency").stream()
                .filter(currency -> code.equals(harness.crm.get(currency, "isocurrencycode")))
                .map(currency -> currency.substring(currency.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }

    private TopologyHarness harness(String words) throws IOException {
        Files.writeString(directory.resolve("customers.yaml"), CUSTOMERS + words + FIELDS);
        return loaded();
    }

    private TopologyHarness loaded() {
        return new TopologyHarness(
                new LoadedMappings(new MappingFiles(Pipes.ENTITIES, List.of("CRONUS")).directory(directory)));
    }

    private static String customer(TopologyHarness harness, Map<String, Object> fields) {
        return harness.erp.insert("customer", "bjorn", fields);
    }

    private static void account(TopologyHarness harness, Map<String, Object> fields) {
        harness.crm.insert("account", "anna", fields);
    }
}
