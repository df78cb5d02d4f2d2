package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** In which order the records of both systems come does not matter: what they become in the end is the same. */
class LoadingOrderTest {
    private static final int ORDERS = 10;
    private static final List<String> NAMES = List.of(
            "name",
            "fullname",
            "lastname",
            "isocurrencycode",
            "productnumber",
            "invoicenumber",
            "code",
            "no",
            "description");

    /** A record of the sample; its id is its name's. */
    private record Sample(Side side, String ref, Map<String, Object> fields) {}

    @Test
    void anyOrderEndsInTheSameState() {
        long seed = Long.getLong("couplet.loading.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dcouplet.loading.seed)");
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>(samples());
        SortedSet<String> expected = load(samples, random);
        assertThat(expected)
                .as("everything has come")
                .filteredOn(row -> row.startsWith("crm"))
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .contains("crm/account", "crm/contact", "crm/opportunity", "crm/invoice", "crm/invoicedetail")
                .contains("crm/product", "crm/pricelevel", "crm/productpricelevel", "crm/uomschedule");
        Collections.reverse(samples);
        assertThat(load(samples, random)).as("parents last").isEqualTo(expected);
        for (int order = 1; order < ORDERS; order++) {
            Collections.shuffle(samples, random);
            assertThat(load(samples, random))
                    .as("seed %d, order %d", seed, order)
                    .isEqualTo(expected);
        }
    }

    /** What is there in the end, with names for the ids of records and without the numbers that a series gave. */
    private static SortedSet<String> load(List<Sample> samples, Random random) {
        try (TopologyHarness harness = new TopologyHarness()) {
            for (Sample sample : samples) {
                system(harness, sample.side()).insert(sample.ref(), Writer.person("anna"), sample.fields());
                if (random.nextInt(3) == 0) {
                    harness.settle();
                }
            }
            harness.snapshotsEnd();
            harness.settle();
            assertThat(harness.deadLetters()).isEmpty();
            assertThat(harness.setAside().values()).as("set aside").isEmpty();
            return state(harness);
        }
    }

    private static SortedSet<String> state(TopologyHarness harness) {
        Map<String, FakeRow> rows = new TreeMap<>();
        for (Side side : Side.values()) {
            Pipes.ENTITIES.all().stream()
                    .filter(entity -> entity.entity().startsWith(side.word()))
                    .filter(entity -> !Pipes.isShown(entity.entity()))
                    .forEach(entity -> system(harness, side)
                            .all(entity.name())
                            .forEach(ref -> rows.put(ref, row(system(harness, side), ref))));
        }
        Map<String, String> names = new HashMap<>();
        rows.forEach((ref, row) -> names.put(id(ref), name(row)));
        SortedSet<String> state = new TreeSet<>();
        rows.forEach((ref, row) -> state.add(entity(ref) + " " + fields(row, names)));
        return state;
    }

    private static FakeRow row(FakeSystem system, String ref) {
        FakeRow row = system.find(ref);
        return Objects.requireNonNull(row, ref);
    }

    private static String name(FakeRow row) {
        return NAMES.stream()
                .filter(row.fields()::containsKey)
                .map(field -> entity(row.ref()) + " " + row.fields().get(field))
                .findFirst()
                .orElse(entity(row.ref()));
    }

    private static Map<String, String> fields(FakeRow row, Map<String, String> names) {
        Map<String, String> fields = new TreeMap<>();
        row.fields().forEach((field, value) -> {
            String text = String.valueOf(value);
            fields.put(field, names.getOrDefault(text, text).replaceAll("(^|/)(C|CT|V)\\d{5}$", "$1$2..."));
        });
        return fields;
    }

    private static String id(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static String entity(String ref) {
        String[] parts = ref.split("/", -1);
        return parts[0] + "/" + parts[parts.length - 2];
    }

    private static FakeSystem system(TopologyHarness harness, Side side) {
        return side == Side.ERP ? harness.erp : harness.crm;
    }

    private static List<Sample> samples() {
        try (InputStream in = LoadingOrderTest.class.getResourceAsStream("/loading-sample.yaml")) {
            List<Map<String, Object>> records = new Yaml().load(in);
            return records.stream().map(LoadingOrderTest::sample).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Map<String, Object> record) {
        Map<String, Object> fields = new HashMap<>(record);
        String id = uuid(String.valueOf(fields.remove("is")));
        Object erp = fields.remove("erp");
        Object crm = fields.remove("crm");
        fields.replaceAll((field, value) -> value(value));
        return erp != null
                ? new Sample(Side.ERP, "erp/CRONUS/" + erp + "/" + id, fields)
                : new Sample(Side.CRM, "crm/" + crm + "/" + id, fields);
    }

    private static Object value(Object given) {
        if (given instanceof Double number) {
            return BigDecimal.valueOf(number).setScale(10);
        }
        return given instanceof String text && text.startsWith("@") ? uuid(text.substring(1)) : given;
    }

    /** Of the random kind: one that follows from a name would be taken for one that we gave. */
    private static String uuid(String name) {
        String hex = String.format(Locale.ROOT, "%08x", name.hashCode());
        return hex + "-0000-4000-8000-0000" + hex;
    }
}
