package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private final SampleData data = SampleData.generate(1, SampleData.DEFAULT_SEED);

    @Test
    void sameSeedMakesTheSameData() {
        assertThat(SampleData.generate(1, SampleData.DEFAULT_SEED)).isEqualTo(data);
    }

    @Test
    void anotherSeedMakesOtherData() {
        assertThat(SampleData.generate(1, 7).customers()).isNotEqualTo(data.customers());
    }

    @Test
    void scaleMultipliesCustomersVendorsPeopleAndItems() {
        SampleData larger = SampleData.generate(3, SampleData.DEFAULT_SEED);

        assertThat(larger.customers()).hasSize(1_500);
        assertThat(larger.vendors()).hasSize(180);
        assertThat(larger.people()).hasSize(3_060);
        assertThat(larger.assortment().items()).hasSize(600);
        assertThat(larger.employees()).hasSameSizeAs(data.employees());
    }

    @Test
    void scaleBelowOneIsRefused() {
        assertThatThrownBy(() -> SampleData.generate(0, 1)).hasMessageContaining("scale");
    }

    @Test
    void sharesOfTheSidesAreAsPromised() {
        assertThat(count(Presence.BOTH)).isEqualTo(300);
        assertThat(count(Presence.ERP_ONLY)).isEqualTo(125);
        assertThat(count(Presence.CRM_ONLY)).isEqualTo(75);
    }

    @Test
    void noMailAddressOccursTwiceWithinItsKind() {
        for (int seed : IntStream.rangeClosed(1, 5).toArray()) {
            SampleData some = SampleData.generate(2, seed);
            assertThat(some.customers()).extracting(Company::eMail).doesNotHaveDuplicates();
            assertThat(some.vendors()).extracting(Company::eMail).doesNotHaveDuplicates();
            assertThat(some.people()).extracting(Person::eMail).doesNotHaveDuplicates();
            assertThat(some.employees()).extracting(Employee::eMail).doesNotHaveDuplicates();
            assertThat(some.employees()).extracting(Employee::login).doesNotHaveDuplicates();
            assertThat(some.employees()).extracting(Employee::code).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyReferenceCanBeResolvedOnTheOtherSide() {
        assertThat(data.customers()).allSatisfy(company -> {
            assertThat(company.salesperson().active()).isTrue();
            assertThat(company.salesperson().presence().inCrm()).isTrue();
            assertThat(company.currency().presence().inErp()).isTrue();
            if (company.presence().inErp()) {
                assertThat(company.salesperson().presence().inErp()).isTrue();
            }
            if (company.presence().inCrm()) {
                assertThat(company.currency().presence().inCrm()).isTrue();
            }
        });
        assertThat(data.people()).allSatisfy(person -> {
            assertThat(person.company().presence().inErp() || !person.presence().inErp())
                    .isTrue();
            assertThat(person.company().presence().inCrm() || !person.presence().inCrm())
                    .isTrue();
        });
    }

    @Test
    void mostCompaniesHaveAPrimaryContact() {
        Set<Company> withOne = data.people().stream()
                .filter(Person::isPrimaryContact)
                .map(Person::company)
                .collect(Collectors.toSet());

        assertThat(withOne).hasSizeBetween(350, 450);
    }

    @Test
    void everythingFitsIntoTheShorterSystem() {
        assertThat(data.customers()).allSatisfy(company -> {
            assertThat(company.name()).isNotBlank().hasSizeLessThanOrEqualTo(100);
            assertThat(company.eMail()).hasSizeLessThanOrEqualTo(80);
            assertThat(company.crmPhone()).isNotBlank().hasSizeLessThanOrEqualTo(30);
            assertThat(company.address().city()).isNotBlank().hasSizeLessThanOrEqualTo(30);
            assertThat(company.address().postCode()).isNotBlank().hasSizeLessThanOrEqualTo(20);
        });
        assertThat(data.employees())
                .allSatisfy(employee -> assertThat(employee.name().full()).hasSizeLessThanOrEqualTo(50));
        assertThat(data.people()).allSatisfy(person -> {
            assertThat(person.eMail()).hasSizeLessThanOrEqualTo(80);
            assertThat(person.name().first()).isNotBlank().hasSizeLessThanOrEqualTo(30);
            assertThat(person.name().last()).isNotBlank().hasSizeLessThanOrEqualTo(30);
        });
    }

    @Test
    void theSecondCompanyHasItsOwnCustomersAndSharesUsersAndCurrencies() {
        SampleData second =
                SampleData.ofAllCompanies(1, SampleData.DEFAULT_SEED).get(1);

        assertThat(second.customers())
                .extracting(Company::eMail)
                .doesNotContainAnyElementsOf(
                        data.customers().stream().map(Company::eMail).toList());
        assertThat(second.people())
                .extracting(Person::eMail)
                .doesNotContainAnyElementsOf(
                        data.people().stream().map(Person::eMail).toList());
        assertThat(data.employees())
                .extracting(Employee::code)
                .containsAll(second.employees().stream().map(Employee::code).toList());
        assertThat(second.employees())
                .allSatisfy(employee -> assertThat(data.employees())
                        .filteredOn(other -> other.eMail().equals(employee.eMail()))
                        .singleElement()
                        .satisfies(other -> {
                            assertThat(other.ids().crm())
                                    .isEqualTo(employee.ids().crm());
                            assertThat(other.ids().erp())
                                    .isNotEqualTo(employee.ids().erp());
                            assertThat(other.code()).isNotEqualTo(employee.code());
                        }));
    }

    private long count(Presence presence) {
        return data.customers().stream()
                .filter(company -> company.presence() == presence)
                .count();
    }
}
