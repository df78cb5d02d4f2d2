package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.couplet.contract.SetAsideKind;
import io.couplet.domain.model.Side;
import io.couplet.mappings.MappingFiles;
import io.couplet.wire.LoadedMappings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two companies of the ERP under the shipped mappings, beside one CRM. */
class MultiCompanyTest {
    private static final String HOME = "CRONUS";
    private static final String OTHER = "FABRIKAM";

    private final TopologyHarness harness =
            new TopologyHarness(new LoadedMappings(new MappingFiles(Pipes.ENTITIES, List.of(HOME, OTHER)).catalogue()));
    private final Map<String, String> users = new HashMap<>();
    private int ids;

    /** Both companies have a salesperson AB, who is somebody else in each. */
    @BeforeEach
    void companiesWithTheirPeople() {
        harness.erp.sayCompanies();
        harness.crm.sayCompanies();
        harness.crm.insert("transactioncurrency", "anna", Map.of("isocurrencycode", "EUR"));
        for (String company : List.of(HOME, OTHER)) {
            String mail = company + "@x.test";
            users.put(
                    company,
                    harness.crm.insert(
                            "systemuser",
                            "anna",
                            Map.of("internalemailaddress", mail, "fullname", mail, "islicensed", true)));
            inErp(company, "company", Map.of("displayName", company, "lcyCode", "EUR"));
            inErp(company, "salesperson", Map.of("code", "AB", "eMail", mail));
        }
        harness.snapshotsEnd();
        harness.settle();
    }

    @AfterEach
    void nothingIsLeftOver() {
        assertThat(harness.deadLetters()).isEmpty();
        assertThat(harness.replaying().differences()).isEmpty();
        assertThat(harness.setAside().values()).allMatch(open -> open.getKind() == SetAsideKind.DRIFT);
        harness.close();
    }

    @Test
    void customersOfOneNumberGetAnAccountEachThatCarriesTheCompanyAndItsSalesperson() {
        for (String company : List.of(HOME, OTHER)) {
            inErp(
                    company,
                    "customer",
                    Map.of("no", "C1", "name", company, "eMail", "i@x.test", "salespersonCode", "AB"));
        }
        harness.settle();

        assertThat(harness.crm.all("account")).hasSize(2).allSatisfy(account -> {
            String company = String.valueOf(harness.crm.get(account, "bcbi_companyidname"));
            assertThat(harness.crm.get(account, "name")).isEqualTo(company);
            assertThat(harness.crm.get(account, "accountnumber")).isEqualTo("C1");
            assertThat("crm/systemuser/" + harness.crm.get(account, "ownerid")).isEqualTo(users.get(company));
        });
    }

    @Test
    void anAccountGetsACustomerInItsCompanyAndNowhereElse() {
        String account = account(OTHER);
        harness.settle();

        assertThat(harness.erp.all("customer")).singleElement().satisfies(customer -> {
            assertThat(customer).startsWith("erp/FABRIKAM/");
            harness.erp.update(customer, "bjorn", Map.of("phoneNo", "1"));
            harness.crm.update(account, "anna", Map.of("fax", "2"));
            harness.settle();
            assertThat(harness.crm.get(account, "telephone1")).isEqualTo("1");
            assertThat(harness.erp.get(customer, "faxNo")).isEqualTo("2");
        });
    }

    @Test
    void anAccountOfNoCompanyBecomesTheHomeCompanys() {
        String account = account("");
        harness.settle();

        assertThat(harness.erp.all("customer")).singleElement().asString().startsWith("erp/CRONUS/");
        assertThat(harness.crm.get(account, "bcbi_companyidname")).isEqualTo(HOME);
    }

    /** It refers to the company twice, under two mappings. */
    @Test
    void eachCompanyHasADefaultPriceListInItsCurrency() {
        assertThat(harness.crm.all("pricelevel"))
                .extracting(
                        list -> harness.crm.get(list, "name"),
                        list -> harness.crm.get(list, "bcbi_companyidname"),
                        list -> "crm/transactioncurrency/" + harness.crm.get(list, "transactioncurrencyid"))
                .containsExactlyInAnyOrder(
                        tuple(HOME + " Default Price List", HOME, currency()),
                        tuple(OTHER + " Default Price List", OTHER, currency()));
    }

    @Test
    void ofAnotherCompanysRowsNothingIsKept() {
        String account = account(HOME);
        harness.settle();
        harness.crm.update(account, "anna", Map.of("fax", "2"));
        harness.settle();

        assertThat(counted("customer-account", "applied")).isPositive();
        assertThat(counted("customer-account@FABRIKAM", "filtered")).isZero();
        assertThat(counted("vendor-account@FABRIKAM", "filtered")).isZero();
        assertThat(counted("vendor-account", "filtered")).isPositive();
    }

    /** A company of the CRM that nobody has configured: its rows are nobody's, and that is seen. */
    @Test
    void aRowOfAnUnknownCompanyIsCountedOnce() {
        String company = harness.crm.insert("bcbi_company", "anna", Map.of("bcbi_name", "CONTOSO"));
        double before = counted("customer-account", "filtered");
        harness.crm.insert(
                "account",
                "anna",
                Map.of(
                        "name",
                        "Ines",
                        "customertypecode",
                        3,
                        "bcbi_companyid",
                        company.substring("crm/bcbi_company/".length())));
        harness.settle();

        assertThat(harness.erp.all("customer")).isEmpty();
        assertThat(counted("customer-account", "filtered") - before).isEqualTo(1);
        assertThat(counted("customer-account@FABRIKAM", "filtered")).isZero();
    }

    @Test
    void anAccountThatMovesGetsACustomerThere() {
        String account = account(HOME);
        harness.settle();
        harness.crm.update(account, "anna", Map.of("bcbi_companyid", company(OTHER)));
        harness.settle();
        harness.crm.update(account, "anna", Map.of("fax", "moved"));
        harness.settle();

        assertThat(harness.erp.all("customer"))
                .hasSize(2)
                .allSatisfy(customer -> assertThat(harness.erp.get(customer, "faxNo"))
                        .isEqualTo(customer.startsWith("erp/FABRIKAM/") ? "moved" : null));
        assertThat(harness.crm.get(account, "bcbi_companyidname")).isEqualTo(OTHER);
    }

    @Test
    void anAccountThatWasMadeForOneCompanysCustomerMayMove() {
        inErp(HOME, "customer", Map.of("no", "C1", "name", "Adatum", "salespersonCode", "AB"));
        harness.settle();
        String account = harness.crm.all("account").get(0);
        harness.crm.update(account, "anna", Map.of("bcbi_companyid", company(OTHER), "ownerid", user(OTHER)));
        harness.settle();

        assertThat(harness.erp.all("customer"))
                .extracting(customer -> customer.split("/", 3)[1])
                .containsExactlyInAnyOrder(HOME, OTHER);
    }

    @Test
    void theHomeCompanyLeadsCurrenciesAndBothReferToThem() {
        inErp(OTHER, "currency", Map.of("code", "USD", "description", "of the other"));
        String account = account(OTHER);
        harness.settle();
        inErp(HOME, "currency", Map.of("code", "USD", "description", "of home"));
        harness.settle();
        harness.erp.update(harness.erp.all("customer").get(0), "bjorn", Map.of("currencyCode", "USD"));
        harness.settle();

        assertThat(dollars()).singleElement().satisfies(currency -> {
            assertThat(harness.crm.get(currency, "currencyname")).isEqualTo("of home");
            assertThat("crm/transactioncurrency/" + harness.crm.get(account, "transactioncurrencyid"))
                    .isEqualTo(currency);
        });
        harness.erp
                .all("currency")
                .forEach(currency -> harness.erp.update(
                        currency, "bjorn", Map.of("description", "changed in " + currency.split("/", -1)[1])));
        harness.settle();
        assertThat(harness.crm.get(dollars().get(0), "currencyname")).isEqualTo("changed in CRONUS");
    }

    private String currency() {
        return harness.crm.all("transactioncurrency").get(0);
    }

    private List<String> dollars() {
        return harness.crm.all("transactioncurrency").stream()
                .filter(currency -> "USD".equals(harness.crm.get(currency, "isocurrencycode")))
                .toList();
    }

    private double counted(String mapping, String outcome) {
        return harness.counted(mapping, Side.CRM, outcome);
    }

    private void inErp(String company, String entity, Map<String, Object> fields) {
        String id = new UUID(0x4002L, ++ids).toString();
        harness.erp.insert("erp/" + company + "/" + entity + "/" + id, Writer.person("bjorn"), fields);
    }

    private String account(String company) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", "Adatum", "customertypecode", 3, "statecode", 0));
        if (!company.isEmpty()) {
            fields.put("bcbi_companyid", company(company));
        }
        fields.put("ownerid", user(company.isEmpty() ? HOME : company));
        return harness.crm.insert("account", "anna", fields);
    }

    private String user(String company) {
        return id(String.valueOf(users.get(company)));
    }

    private String company(String name) {
        return harness.crm.all("bcbi_company").stream()
                .filter(company -> name.equals(harness.crm.get(company, "bcbi_name")))
                .map(MultiCompanyTest::id)
                .findFirst()
                .orElseThrow();
    }

    private static String id(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
