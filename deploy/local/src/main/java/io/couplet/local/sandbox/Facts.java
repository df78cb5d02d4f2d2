package io.couplet.local.sandbox;

import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Names, addresses and numbers as they occur in one country, cut to what the shorter of the two systems holds. */
final class Facts {
    private static final int NAME = 100;
    private static final int NAME_PART = 30;
    private static final int CITY = 30;
    private static final int STREET = 100;
    private static final int PHONE = 30;
    private static final int POST_CODE = 20;

    private final Country country;
    private final Random random;
    private final Faker faker;

    Facts(Country country, long seed) {
        this.country = country;
        this.random = new Random(seed * 31 + country.name().hashCode());
        this.faker = new Faker(country.locale(), random);
    }

    Country country() {
        return country;
    }

    String companyName() {
        return cut(faker.company().name(), NAME);
    }

    PersonName personName() {
        String middle = random.nextInt(10) == 0 ? cut(faker.name().firstName(), NAME_PART) : "";
        return new PersonName(
                cut(faker.name().firstName(), NAME_PART),
                middle,
                cut(faker.name().lastName(), NAME_PART));
    }

    PostalAddress address() {
        return new PostalAddress(
                cut(faker.address().streetAddress(), STREET),
                random.nextInt(7) == 0 ? "Gate " + (1 + random.nextInt(9)) : "",
                cut(faker.address().zipCode(), POST_CODE).toUpperCase(Locale.ROOT),
                cut(faker.address().city(), CITY),
                country.name());
    }

    String phone() {
        return cut(faker.phoneNumber().phoneNumber(), PHONE);
    }

    String mobilePhone() {
        return cut(faker.phoneNumber().cellPhone(), PHONE);
    }

    private static String cut(String text, int length) {
        String tidy = text.strip().replaceAll("\\s+", " ");
        return tidy.substring(0, Math.min(length, tidy.length())).stripTrailing();
    }
}
