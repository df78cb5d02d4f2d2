package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.domain.model.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is posted shows in sums at once. */
class SumsTest {
    private static final String SUMS = "erp/itemavailability";
    private static final String AT_LOCATIONS = "erp/itemlocationavailability";

    private final TopologyHarness harness = new TopologyHarness();

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    private String post(String item, String location, String quantity) {
        return post(item, location, quantity, 2);
    }

    private String post(String item, String location, String quantity, int type) {
        BigDecimal posted = new BigDecimal(quantity).setScale(10);
        return harness.erp.insert(
                "itemledgerentry",
                "anna",
                Map.of("itemNo", item, "locationCode", location, "quantity", posted, "entryType", type));
    }

    private List<String> shown(String entity) {
        return harness.shown(entity).stream().map(SumsTest::text).toList();
    }

    private static String text(Change change) {
        if (change.op() == ChangeOp.SNAPSHOT_END) {
            return "all";
        }
        GenericRecord after = Objects.requireNonNull(change.after());
        String location = after.hasField("locationCode") ? after.get("locationCode") + " " : "";
        return after.get("itemNo") + " " + location + plain(after, "inventory");
    }

    @Test
    void entriesAddUpPerItemAndLocation() {
        post("1000", "EAST", "10.5");
        post("2000", "EAST", "7");
        post("1000", "WEST", "-3");

        assertThat(shown(SUMS)).containsExactly("1000 10.5", "2000 7", "1000 7.5");
        assertThat(shown(AT_LOCATIONS)).containsExactly("1000 EAST 10.5", "2000 EAST 7", "1000 WEST -3");
    }

    @Test
    void eachCompanyHasSumsOfItsOwn() {
        post("1000", "EAST", "10");
        harness.erp.insert(
                "erp/FABRIKAM/itemledgerentry/" + new UUID(0x4002L, 1),
                Writer.person("anna"),
                Map.of(
                        "itemNo",
                        "1000",
                        "locationCode",
                        "EAST",
                        "quantity",
                        new BigDecimal("7.0000000000"),
                        "entryType",
                        2));

        assertThat(harness.shown(SUMS))
                .extracting(change -> new RecordRef(change.ref()).company() + " " + text(change))
                .containsExactly("CRONUS 1000 10", "FABRIKAM 1000 7");
    }

    @Test
    void aConditionSaysWhatCounts() {
        post("1000", "EAST", "10");
        post("1000", "EAST", "-4", 1);

        GenericRecord after = Objects.requireNonNull(harness.shown(SUMS).get(1).after());
        assertThat((BigDecimal) after.get("sold")).isEqualByComparingTo("-4");
        assertThat(after.get("entries")).isEqualTo(2L);
    }

    @Test
    void anEntryThatMovesCountsInItsNewGroupOnly() {
        String entry = post("1000", "EAST", "10");
        post("1000", "EAST", "1");
        shown(SUMS);
        shown(AT_LOCATIONS);

        harness.erp.update(entry, "anna", Map.of("itemNo", "1001"));

        assertThat(shown(SUMS)).containsExactly("1000 1", "1001 10");
        assertThat(shown(AT_LOCATIONS)).containsExactly("1000 EAST 1", "1001 EAST 10");
    }

    @Test
    void aDeletedEntryCountsNoMore() {
        String entry = post("1000", "EAST", "10");
        harness.erp.delete(entry);

        assertThat(shown(SUMS)).containsExactly("1000 10", "1000 0");
    }

    /** An order is gone with its last invoice; what has become of it is still known. */
    @Test
    void ofSeveralValuesTheGreatestIsShown() {
        String order = harness.erp.insert(
                "salesheader",
                "anna",
                Map.of("yourReference", "ORD-000001", "no", "S1", "lastShipmentDate", LocalDate.of(2026, 3, 2)));
        invoice(LocalDate.of(2026, 3, 2));
        invoice(LocalDate.of(2026, 2, 27));
        harness.erp.delete(order);

        assertThat(harness.shown("erp/orderprogress"))
                .extracting(change -> Objects.requireNonNull(change.after()))
                .extracting(after -> after.get("orderNo") + " " + after.get("lastShipmentDate") + " "
                        + after.get("orders") + " " + after.get("invoices"))
                .containsExactly("S1 2026-03-02 1 0", "S1 2026-03-02 1 1", "S1 2026-03-02 1 2", "S1 2026-03-02 0 2");
    }

    private void invoice(LocalDate shipped) {
        harness.erp.insert(
                "salesinvoice",
                "anna",
                Map.of("yourReference", "ORD-000001", "no", "I" + shipped, "orderNo", "S1", "shipmentDate", shipped));
    }

    @Test
    void anEditThatChangesNoSumIsNotShown() {
        String entry = post("1000", "EAST", "10");
        shown(SUMS);
        harness.erp.update(entry, "anna", Map.of("documentNo", "D1"));

        assertThat(shown(SUMS)).isEmpty();
    }

    @Test
    void entriesWithoutALocationAreAtNone() {
        post("1000", "", "10");

        assertThat(shown(SUMS)).containsExactly("1000 10");
        assertThat(shown(AT_LOCATIONS)).isEmpty();
    }

    /** Else a mapping that matches would wait for them for ever. */
    @Test
    void theEndOfTheEntriesSnapshotIsTheEndOfTheSums() {
        post("1000", "EAST", "10");
        harness.snapshotEnds("erp/itemledgerentry");

        assertThat(shown(SUMS)).containsExactly("1000 10", "all");
        assertThat(shown(AT_LOCATIONS)).containsExactly("1000 EAST 10", "all");
    }

    @Test
    void whatIsOverdueGrowsWhenADayBegins() {
        LocalDate today = begin();
        invoice("C1", "100", today.plusDays(1));
        invoice("C1", "20", today.minusDays(1));
        assertThat(overdue()).containsExactly("C1 0 of 100", "C1 20 of 120");

        harness.advance(Duration.ofDays(1));
        assertThat(overdue()).isEmpty();
        harness.advance(Duration.ofDays(1));
        assertThat(overdue()).containsExactly("C1 120 of 120");
        harness.advance(Duration.ofDays(1));
        assertThat(overdue()).isEmpty();
    }

    @Test
    void whatIsPaidIsOverdueNoMore() {
        String invoice = invoice("C1", "100", begin().minusDays(1));
        harness.erp.update(invoice, "anna", Map.of("remainingAmtLcy", BigDecimal.ZERO.setScale(10), "open", false));

        assertThat(overdue()).containsExactly("C1 100 of 100", "C1 0 of 0");
    }

    /** The day, which the topology knows of. */
    private LocalDate begin() {
        harness.advance(Duration.ofMinutes(1));
        return LocalDate.ofInstant(Pipes.START, ZoneId.systemDefault());
    }

    private String invoice(String customer, String amount, LocalDate due) {
        return harness.erp.insert(
                "custledgerentry",
                "anna",
                Map.of(
                        "customerNo",
                        customer,
                        "remainingAmtLcy",
                        new BigDecimal(amount).setScale(10),
                        "dueDate",
                        due,
                        "open",
                        true));
    }

    private List<String> overdue() {
        return harness.shown("erp/customerstatistics").stream()
                .map(change -> Objects.requireNonNull(change.after()))
                .map(after -> after.get("customerNo") + " " + plain(after, "overdueLcy") + " of "
                        + plain(after, "balanceLcy"))
                .toList();
    }

    private static String plain(GenericRecord record, String field) {
        return ((BigDecimal) record.get(field)).stripTrailingZeros().toPlainString();
    }
}
