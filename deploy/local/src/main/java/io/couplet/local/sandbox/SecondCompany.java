package io.couplet.local.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up what a second company has, which is little: its own customers, vendors and their people, and what it sells. Some of the home company's staff sell for
 * it as well, but each under the code that is another one's there; and its currencies have rates of their own.
 */
final class SecondCompany {
    private static final String NAME = "FABRIKAM";
    private static final int STAFF = 5;
    private static final int CUSTOMERS = 20;
    private static final int VENDORS = 3;
    private static final int PEOPLE = 30;
    private static final BigDecimal OTHER_RATE = new BigDecimal("1.02");

    private SecondCompany() {}

    static SampleData besides(SampleData home) {
        // Of another seed, or its customers would have the names of the home company's.
        long seed = home.seed() + 2;
        List<Employee> staff = staff(home, seed);
        List<SampleCurrency> currencies = currencies(home, seed);
        List<Company> customers = new CompanyGenerator("second customer", seed, staff, currencies).generate(CUSTOMERS);
        List<Company> vendors = new CompanyGenerator("second vendor", seed + 1, staff, currencies).generate(VENDORS);
        List<Person> people = new PersonGenerator("person", seed, customers).generate(PEOPLE);
        Assortment assortment = Assortment.small(seed, home.assortment(), vendors);
        return new SampleData(home.scale(), seed, NAME, staff, currencies, customers, vendors, people, assortment, 0);
    }

    private static List<Employee> staff(SampleData home, long seed) {
        List<Employee> staff = new ArrayList<>();
        for (int i = 0; i < STAFF; i++) {
            Employee one = home.employees().get(i);
            staff.add(new Employee(
                    new Ids(Ids.of(seed, "employee", i).erp(), one.ids().crm()),
                    one.presence(),
                    one.login(),
                    home.employees().get((i + 1) % STAFF).code(),
                    one.name(),
                    one.eMail(),
                    one.mobilePhone(),
                    one.jobTitle(),
                    one.active()));
        }
        return staff;
    }

    private static List<SampleCurrency> currencies(SampleData home, long seed) {
        return home.currencies().stream()
                .filter(currency -> currency.presence().inCrm())
                .map(currency -> new SampleCurrency(
                        new Ids(
                                Ids.of(seed, "currency " + currency.code(), 0).erp(),
                                currency.ids().crm()),
                        currency.presence(),
                        currency.code(),
                        currency.description(),
                        currency.symbol(),
                        currency.factor().multiply(currency.code().equals("EUR") ? BigDecimal.ONE : OTHER_RATE),
                        currency.decimals()))
                .toList();
    }
}
