package io.couplet.local.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up companies: of twenty, twelve stand in both systems, five in the ERP alone and three in the CRM alone. */
final class CompanyGenerator {
    private static final int OTHER_PHONE_OF_TEN = 3;
    private static final int NO_HOME_PAGE_OF_TEN = 7;
    private static final List<Terms> TERMS = List.of(Terms.values());

    private final String kind;
    private final long seed;
    private final Random random;
    private final List<Facts> countries;
    private final List<Employee> users;
    private final List<Employee> salespeople;
    private final List<SampleCurrency> currencies;
    private final List<Company> companies = new ArrayList<>();
    private final MailAddresses domains = new MailAddresses();

    CompanyGenerator(String kind, long seed, List<Employee> employees, List<SampleCurrency> currencies) {
        this.kind = kind;
        this.seed = seed;
        this.random = new Random(seed);
        this.countries = Stream.of(Country.values())
                .map(country -> new Facts(country, seed))
                .toList();
        this.users = employees.stream()
                .filter(employee -> employee.presence().inCrm() && employee.active())
                .toList();
        this.salespeople =
                users.stream().filter(employee -> employee.presence().inErp()).toList();
        this.currencies = currencies;
    }

    List<Company> generate(int count) {
        for (int i = 0; i < count; i++) {
            companies.add(company(i));
        }
        return companies;
    }

    private Company company(int index) {
        Presence presence = Presence.ofTwenty(index);
        Facts facts = countries.get(random.nextInt(countries.size()));
        String name = facts.companyName();
        String domain = domains.domain(name);
        String phone = facts.phone();
        String homePage = "https://www." + domain;
        boolean both = presence == Presence.BOTH;
        return new Company(
                Ids.of(seed, kind, index),
                presence,
                name,
                facts.personName(),
                random.nextInt(5) > 0,
                facts.address(),
                phone,
                both && index % 10 == OTHER_PHONE_OF_TEN ? facts.phone() : phone,
                "info@" + domain,
                homePage,
                both && index % 10 == NO_HOME_PAGE_OF_TEN ? null : homePage,
                salesperson(presence),
                currency(presence, facts.country()),
                BigDecimal.valueOf(5_000L * random.nextInt(1, 21)),
                TERMS.get(random.nextInt(TERMS.size())),
                parent(presence));
    }

    /** An account may belong to a user who is not a salesperson yet; a customer cannot. */
    private Employee salesperson(Presence presence) {
        List<Employee> choice = presence.inErp() ? salespeople : users;
        return choice.get(random.nextInt(choice.size()));
    }

    /** Mostly the country's own; what the CRM does not have yet can only be that of a customer. */
    private SampleCurrency currency(Presence presence, Country country) {
        if (presence == Presence.ERP_ONLY && random.nextInt(4) == 0) {
            return currencies.get(random.nextInt(currencies.size()));
        }
        return currencies.stream()
                .filter(currency -> currency.code().equals(country.currency()))
                .findFirst()
                .orElseThrow();
    }

    /** A few accounts belong to another one that was entered before. */
    private @Nullable Company parent(Presence presence) {
        if (companies.isEmpty() || random.nextInt(30) > 0) {
            return null;
        }
        Company candidate = companies.get(random.nextInt(companies.size()));
        return presence.inCrm() && candidate.presence().inCrm() ? candidate : null;
    }
}
