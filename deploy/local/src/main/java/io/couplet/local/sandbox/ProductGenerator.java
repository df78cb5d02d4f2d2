package io.couplet.local.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Makes up products: of twenty, twelve stand in both systems, five in the ERP alone and three in the CRM alone. */
final class ProductGenerator {
    private static final int BLOCKED_OF_FIFTY = 7;
    private static final int NAME = 100;

    private final String kind;
    private final String prefix;
    private final long seed;
    private final Random random;
    private final Faker faker;
    private final List<SampleUnit> units;
    private final List<SampleUnit> crmUnits;
    private final List<Company> vendors;

    /** Of items or resources; {@code prefix} begins their numbers. */
    ProductGenerator(String kind, String prefix, long seed, List<SampleUnit> units, List<Company> vendors) {
        this.kind = kind;
        this.prefix = prefix;
        this.seed = seed;
        this.random = new Random(seed + kind.hashCode());
        this.faker = new Faker(Locale.ENGLISH, random);
        this.units = units;
        this.crmUnits = units.stream().filter(unit -> unit.presence().inCrm()).toList();
        this.vendors =
                vendors.stream().filter(vendor -> vendor.presence().inErp()).toList();
    }

    List<SampleProduct> generate(int count) {
        return IntStream.range(0, count).mapToObj(this::product).toList();
    }

    private SampleProduct product(int index) {
        Presence presence = Presence.ofTwenty(index);
        BigDecimal price = BigDecimal.valueOf(random.nextInt(100, 100_000), 2);
        List<SampleUnit> choice = presence.inCrm() ? crmUnits : units;
        return new SampleProduct(
                Ids.of(seed, kind, index),
                presence,
                "%s-%05d".formatted(prefix, index + 1),
                name(),
                choice.get(random.nextInt(choice.size())),
                price,
                price.multiply(BigDecimal.valueOf(random.nextInt(40, 80), 2)),
                BigDecimal.valueOf(random.nextInt(1, 5_000), 2),
                random.nextInt(-5, 500),
                index % 50 == BLOCKED_OF_FIFTY,
                vendor());
    }

    private String name() {
        String name = kind.equals("item")
                ? faker.commerce().productName()
                : faker.job().position() + ", " + faker.company().industry();
        return name.substring(0, Math.min(NAME, name.length())).strip();
    }

    private @Nullable Company vendor() {
        return random.nextInt(4) == 0 ? null : vendors.get(random.nextInt(vendors.size()));
    }
}
