package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Side;
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
            fields.put(field, names.getOrDefault(text, text).replaceAll("^(C|CT)\\d+$", "$1..."));
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
        return List.of(
                erp("company", "cronus", "name", "CRONUS", "lcyCode", "EUR"),
                erp("currency", "usd", "code", "USD", "description", "US dollar"),
                erp("salesperson", "jo", "code", "JO", "name", "Jo Berg", "eMail", "jo@x.test"),
                erp("unitofmeasure", "pcs", "code", "PCS"),
                erp("unitofmeasure", "hour", "code", "HOUR"),
                erp(
                        "customer",
                        "adatum",
                        "no",
                        "10000",
                        "name",
                        "Adatum",
                        "salespersonCode",
                        "JO",
                        "eMail",
                        "a@x.test",
                        "currencyCode",
                        "USD",
                        "primaryContactNo",
                        "P1"),
                erp("customer", "relecloud", "no", "20000", "name", "Relecloud", "salespersonCode", "JO"),
                erp(
                        "contact",
                        "p1",
                        "no",
                        "P1",
                        "type",
                        1,
                        "customerNo",
                        "10000",
                        "firstName",
                        "Ann",
                        "surname",
                        "Lee",
                        "salespersonCode",
                        "JO",
                        "eMail",
                        "ann@x.test"),
                erp(
                        "contact",
                        "p2",
                        "no",
                        "P2",
                        "type",
                        1,
                        "customerNo",
                        "20000",
                        "firstName",
                        "Bo",
                        "surname",
                        "Dahl",
                        "salespersonCode",
                        "JO",
                        "eMail",
                        "bo@x.test"),
                erp("vendor", "graphic", "no", "V1", "name", "Graphic Design", "purchaserCode", "JO"),
                erp(
                        "item",
                        "bell",
                        "no",
                        "1000",
                        "company",
                        "CRONUS",
                        "description",
                        "Bell",
                        "baseUnitOfMeasure",
                        "PCS",
                        "unitPrice",
                        decimal(9)),
                erp(
                        "resource",
                        "fitting",
                        "no",
                        "R1",
                        "company",
                        "CRONUS",
                        "name",
                        "Fitting",
                        "baseUnitOfMeasure",
                        "HOUR"),
                erp("itemledgerentry", "stock", "itemNo", "1000", "quantity", decimal(5), "entryType", 2),
                erp("customerpricegroup", "retail", "code", "RETAIL", "company", "CRONUS"),
                erp(
                        "salesprice",
                        "price",
                        "salesType",
                        1,
                        "salesCode",
                        "RETAIL",
                        "itemNo",
                        "1000",
                        "unitOfMeasureCode",
                        "PCS",
                        "currencyCode",
                        "USD",
                        "unitPrice",
                        decimal(8)),
                erp(
                        "opportunity",
                        "op1",
                        "no",
                        "OP1",
                        "description",
                        "Bells",
                        "contactNo",
                        "P1",
                        "customerNo",
                        "10000",
                        "salespersonCode",
                        "JO",
                        "status",
                        0),
                erp(
                        "salesinvoice",
                        "inv1",
                        "no",
                        "INV1",
                        "sellToCustomerNo",
                        "10000",
                        "salespersonCode",
                        "JO",
                        "opportunityNo",
                        "OP1",
                        "currencyCode",
                        "USD",
                        "amount",
                        decimal(18),
                        "amountIncludingVat",
                        decimal(20),
                        "remainingAmount",
                        decimal(20)),
                erp(
                        "salesinvoiceline",
                        "line",
                        "documentNo",
                        "INV1",
                        "lineNo",
                        10000,
                        "type",
                        2,
                        "itemNo",
                        "1000",
                        "no",
                        "1000",
                        "description",
                        "Bell",
                        "quantity",
                        decimal(2),
                        "unitPrice",
                        decimal(9)),
                crm(
                        "systemuser",
                        "jo-user",
                        "fullname",
                        "Jo Berg",
                        "internalemailaddress",
                        "jo@x.test",
                        "islicensed",
                        true),
                crm("transactioncurrency", "eur", "isocurrencycode", "EUR", "currencyname", "Euro"),
                crm("transactioncurrency", "usd-there", "isocurrencycode", "USD", "currencyname", "US dollar"),
                crm("uomschedule", "pieces", "name", "NAV PCS", "baseuomname", "PCS"),
                crm(
                        "account",
                        "adatum-there",
                        "name",
                        "Adatum",
                        "emailaddress1",
                        "a@x.test",
                        "customertypecode",
                        3,
                        "statecode",
                        0,
                        "ownerid",
                        uuid("jo-user")),
                crm(
                        "account",
                        "fabrikam",
                        "name",
                        "Fabrikam",
                        "customertypecode",
                        3,
                        "statecode",
                        0,
                        "ownerid",
                        uuid("jo-user"),
                        "owneridtype",
                        "systemuser"),
                crm(
                        "contact",
                        "cy",
                        "firstname",
                        "Cy",
                        "lastname",
                        "Holm",
                        "emailaddress1",
                        "cy@x.test",
                        "parentcustomerid",
                        uuid("fabrikam"),
                        "parentcustomeridtype",
                        "account",
                        "ownerid",
                        uuid("jo-user"),
                        "statecode",
                        0),
                crm(
                        "product",
                        "wheel",
                        "productnumber",
                        "W1",
                        "name",
                        "Wheel",
                        "producttypecode",
                        1,
                        "productstructure",
                        1,
                        "statecode",
                        0,
                        "defaultuomscheduleid",
                        uuid("pieces")));
    }

    private static Sample erp(String entity, String name, Object... fields) {
        return new Sample(Side.ERP, "erp/CRONUS/" + entity + "/" + uuid(name), map(fields));
    }

    private static Sample crm(String entity, String name, Object... fields) {
        return new Sample(Side.CRM, "crm/" + entity + "/" + uuid(name), map(fields));
    }

    private static Map<String, Object> map(Object... fields) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return map;
    }

    /** Of the random kind: one that follows from a name would be taken for one that we gave. */
    private static String uuid(String name) {
        String hex = String.format(Locale.ROOT, "%08x", name.hashCode());
        return hex + "-0000-4000-8000-0000" + hex;
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number).setScale(10);
    }
}
