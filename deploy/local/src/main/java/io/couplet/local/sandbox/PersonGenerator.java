package io.couplet.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up people: one in every company, who stands wherever the company stands, and the others here and there. */
final class PersonGenerator {
    private static final List<String> TITLES = List.of(
            "Buyer",
            "Head of purchasing",
            "Managing director",
            "Warehouse manager",
            "Accounts payable",
            "Store manager");
    private static final int OTHER_MOBILE_OF_TEN = 4;

    private final String kind;
    private final long seed;
    private final Random random;
    private final List<Company> companies;
    private final Map<String, Facts> countries;
    private final MailAddresses addresses = new MailAddresses();

    PersonGenerator(String kind, long seed, List<Company> companies) {
        this.kind = kind;
        this.seed = seed;
        this.random = new Random(seed + 1);
        this.companies = companies;
        this.countries = Stream.of(Country.values())
                .collect(Collectors.toMap(Country::name, country -> new Facts(country, seed + 1)));
    }

    List<Person> generate(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean first = i < companies.size();
            Company company = companies.get(first ? i : random.nextInt(companies.size()));
            people.add(person(i, company, first));
        }
        return people;
    }

    private Person person(int index, Company company, boolean first) {
        Facts facts = Objects.requireNonNull(countries.get(company.address().country()));
        PersonName name = first ? company.contact() : facts.personName();
        Presence presence = first ? company.presence() : presence(company);
        String mobilePhone = facts.mobilePhone();
        boolean differs = presence == Presence.BOTH && index % 10 == OTHER_MOBILE_OF_TEN;
        return new Person(
                Ids.of(seed, kind, index),
                presence,
                company,
                first,
                name,
                TITLES.get(random.nextInt(TITLES.size())),
                addresses.person(name, company.eMail().substring("info@".length())),
                facts.phone(),
                mobilePhone,
                differs ? facts.mobilePhone() : mobilePhone);
    }

    private Presence presence(Company company) {
        if (company.presence() != Presence.BOTH) {
            return company.presence();
        }
        int chance = random.nextInt(20);
        if (chance < 14) {
            return Presence.BOTH;
        }
        return chance < 17 ? Presence.ERP_ONLY : Presence.CRM_ONLY;
    }
}
