package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A mapping file is a mapping of its own for each company. */
class CompaniesTest {
    private static final String SALESPEOPLE = """
            mapping: salespeople
            erp: salesperson
            crm: systemuser
            direction: to-erp
            fields: [{erp: eMail, crm: internalemailaddress}]
            """;
    private static final String CUSTOMERS = """
            mapping: customers
            erp: customer
            crm: account
            needs: [salespeople]
            companyField: bcbi_companyidname
            filter: {crm: "crm.name != company"}
            match: [{erp: eMail, crm: emailaddress1}]
            fields:
              - {erp: name, crm: name}
              - {erp: salespersonCode, crm: ownerid, reference: salespeople}
            """;
    private static final String CURRENCIES = """
            mapping: currencies
            erp: currency
            crm: transactioncurrency
            leads: home
            match: [{erp: code, crm: isocurrencycode}]
            fields:
              - {erp: code, crm: isocurrencycode, direction: to-crm}
              - {erp: description, crm: currencyname}
              - {crm: statecode, constant: 0}
            """;

    private final List<Mapping> mappings =
            loading(SALESPEOPLE, CUSTOMERS, CURRENCIES).mappings();

    @Test
    void theHomeCompanysHaveTheNameOfTheFile() {
        assertThat(mappings)
                .extracting(Mapping::name)
                .containsExactly(
                        "currencies",
                        "currencies@Other%20Ltd_",
                        "salespeople",
                        "salespeople@Other%20Ltd_",
                        "customers",
                        "customers@Other%20Ltd_");
    }

    @Test
    void eachCoversTheRecordsOfItsCompany() {
        RecordRef other = RecordRef.erp("Other Ltd_", "customer", "1");
        RecordRef account = RecordRef.crm("account", "1");

        assertThat(mapping("customers").covers(other)).isFalse();
        assertThat(mapping("customers@Other%20Ltd_").covers(other)).isTrue();
        assertThat(mapping("customers").covers(account)).isTrue();
        assertThat(mapping("customers@Other%20Ltd_").covers(account)).isTrue();
    }

    @Test
    void rowsAreTheirCompanysAndThoseOfNoneTheHomeCompanys() {
        assertThat(accepts("customers", "Home")).isTrue();
        assertThat(accepts("customers", "")).isTrue();
        assertThat(accepts("customers", "Other Ltd_")).isFalse();
        assertThat(accepts("customers@Other%20Ltd_", "Other Ltd_")).isTrue();
        assertThat(accepts("customers@Other%20Ltd_", "")).isFalse();
    }

    @Test
    void filtersKnowTheCompany() {
        assertThat(crmFilter("customers").accepts(account("Home", "Home"))).isFalse();
        assertThat(crmFilter("customers").accepts(account("Home", "Other Ltd_")))
                .isTrue();
    }

    @Test
    void onlyRowsOfAnotherCompanyAreNoBusinessOfAMapping() {
        assertThat(crmFilter("customers").ignores(account("Other Ltd_", ""))).isTrue();
        assertThat(crmFilter("customers").ignores(account("Home", "Home"))).isFalse();
        assertThat(crmFilter("currencies").ignores(account("Other Ltd_", ""))).isFalse();
    }

    @Test
    void aFieldThatNamesNoCompanyIsAFault() {
        assertThat(loading(
                                CUSTOMERS.replace("companyField: bcbi_companyidname", "companyField: statecode"),
                                SALESPEOPLE)
                        .faults())
                .containsExactly("0.yaml:5:15: type error: 'statecode' holds a whole number, which names no company;"
                        + " name the field that holds the company's name");
        assertThat(loading(CUSTOMERS.replace("bcbi_companyidname", "bcbi_company"), SALESPEOPLE)
                        .faults())
                .singleElement()
                .asString()
                .contains("crm/account has no field 'bcbi_company'");
    }

    @Test
    void referencesStayWithinTheCompany() {
        Rule owner = mapping("customers@Other%20Ltd_").rules().get(1);

        assertThat(owner.toCrm())
                .isEqualTo(
                        new ReferenceToCrm("salespeople@Other%20Ltd_", "Other Ltd_", "erp/salesperson", "code", null));
        assertThat(owner.toErp()).isEqualTo(new ReferenceToErp("salespeople@Other%20Ltd_", "crm/systemuser", null));
    }

    @Test
    void matchesStayWithinTheCompany() {
        assertThat(mappings)
                .filteredOn(mapping -> !mapping.match().isEmpty())
                .flatExtracting(mapping ->
                        mapping.matchKeys(Side.ERP, Fields.of(mapping.fieldNames(Side.ERP), field -> Value.text("x"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void whereTheHomeCompanyLeadsTheOthersWriteNothingToTheCrm() {
        Mapping led = mapping("currencies@Other%20Ltd_");

        assertThat(mapping("currencies").rules()).hasSize(2);
        assertThat(mapping("currencies").policies().createsIn()).containsExactlyInAnyOrder(Side.ERP, Side.CRM);
        assertThat(led.rules()).extracting(Rule::name).containsExactly("description=currencyname");
        assertThat(led.rules()).noneMatch(rule -> rule.direction().allows(Side.CRM));
        assertThat(led.policies().createsIn()).containsExactly(Side.ERP);
        assertThat(led.end(Side.CRM).constants()).isEmpty();
        assertThat(loading(CURRENCIES).notes())
                .anyMatch(note -> note.contains("crm/transactioncurrency must say `ownWrites: shown`"));
    }

    @Test
    void aFileMayBeForSomeCompanies() {
        assertThat(loading(SALESPEOPLE + "companies: [Other Ltd_]\n").mappings())
                .extracting(Mapping::name)
                .containsExactly("salespeople@Other%20Ltd_");
        assertThat(loading(SALESPEOPLE + "companies: [home]\n").mappings())
                .extracting(Mapping::name)
                .containsExactly("salespeople");
    }

    @Test
    void whatAMappingNeedsMustBeForTheSameCompanies() {
        assertThat(loading(SALESPEOPLE + "companies: [Home]\n", CUSTOMERS).faults())
                .containsExactly(
                        "1.yaml:4:9: mapping 'salespeople' is not for company Other Ltd_, as this one is;"
                                + " add it to the 'companies' of 'salespeople', or take it out of those of 'customers'",
                        "1.yaml:10:53: mapping 'salespeople' is not for company Other Ltd_, as this one is;"
                                + " add it to the 'companies' of 'salespeople', or take it out of those of 'customers'");
    }

    @Test
    void leadingWithoutAWayToTheCrmOrAMatchIsAFault() {
        assertThat(loading(SALESPEOPLE + "leads: home\n").faults())
                .containsExactly("0.yaml:6:1: 'leads: home' says nothing where no field goes to the CRM; leave it out");
        assertThat(loading(CURRENCIES.replace("match: [{erp: code, crm: isocurrencycode}]\n", ""))
                        .faults())
                .containsExactly("0.yaml:4:1: the other companies' records would never be coupled;"
                        + " say what to 'match' by, or leave out 'leads: home'");
    }

    @Test
    void withoutCompaniesThereIsNothingToDo() {
        assertThat(new Loading().companies().file("a.yaml", SALESPEOPLE).faults())
                .containsExactly("a.yaml:1:1: there is no company whose records could take part; configure one");
    }

    private static Loading loading(String... files) {
        Loading loading = new Loading().companies("Home", "Other Ltd_");
        for (int i = 0; i < files.length; i++) {
            loading.file(i + ".yaml", files[i]);
        }
        return loading;
    }

    private boolean accepts(String mapping, String company) {
        return crmFilter(mapping).accepts(account(company, ""));
    }

    private Mapping.Filter crmFilter(String mapping) {
        return mapping(mapping).end(Side.CRM).filter();
    }

    private static Function<String, Value> account(String company, String name) {
        Map<String, Value> account = Map.of("bcbi_companyidname", Value.text(company), "name", Value.text(name));
        return field -> account.getOrDefault(field, Value.BLANK);
    }

    private Mapping mapping(String name) {
        return mappings.stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
