package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a file of an aggregate is said with its place and what would be right. */
class AggregateFilesTest {

    private static List<String> faults(String... lines) {
        return Loading.customers("fields: [{erp: name, crm: name}]")
                .file("sums.yaml", String.join("\n", lines) + "\n")
                .faults();
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(faults(
                        "aggregate: stock",
                        "erp: itemavailability",
                        "key: [itemNr]",
                        "from:",
                        "  - entries: itemledgerentries",
                        "    key: [itemNo]",
                        "    sums:",
                        "      - {field: inventory, of: quantity}",
                        "      - {field: inventory, of: quantity}"))
                .containsExactly(
                        "sums.yaml:3:7: erp/itemavailability has no field 'itemNr'; did you mean 'itemNo'?",
                        "sums.yaml:5:14: the erp has no entity 'itemledgerentries'; did you mean 'itemledgerentry'?",
                        "sums.yaml:9:17: 'inventory' shows something else already; keep one of them");
    }

    @Test
    void sumsAreOfNumbers() {
        assertThat(faults(
                        "aggregate: stock",
                        "erp: itemavailability",
                        "key: [itemNo]",
                        "from:",
                        "  - entries: itemledgerentry",
                        "    key: [itemNo]",
                        "    sums:",
                        "      - {field: itemNo, of: documentNo}",
                        "      - {field: entries, of: quantity}"))
                .containsExactly(
                        "sums.yaml:8:17: type error: 'itemNo' holds a text, which cannot be added up; name a field that holds numbers",
                        "sums.yaml:8:29: type error: 'documentNo' holds a text, which cannot be added up; name a field that holds numbers",
                        "sums.yaml:9:17: type error: 'entries' holds a whole number, the sum is a decimal number;"
                                + " show it in a decimal field");
    }

    @Test
    void severalPartsMayShowTheSameFieldOnlyAsItIs() {
        assertThat(faults(
                        "aggregate: progress",
                        "erp: orderprogress",
                        "key: [yourReference]",
                        "from:",
                        "  - entries: salesheader",
                        "    key: [yourReference]",
                        "    takes: {orderNo: no, lastShipmentDate: nr, invoices: no}",
                        "  - entries: salesinvoice",
                        "    key: [yourReference]",
                        "    takes: [orderNo]",
                        "    sums: [{field: lastShipmentDate}]"))
                .contains(
                        "sums.yaml:7:44: erp/salesheader has no field 'nr'; did you mean 'no'?",
                        "sums.yaml:7:58: type error: 'no' of the entries holds a text; let both hold a whole number",
                        "sums.yaml:11:20: 'lastShipmentDate' shows something else already; keep one of them");
    }

    @Test
    void keysAreOfTheSameKind() {
        assertThat(faults(
                        "aggregate: stock",
                        "erp: itemavailability",
                        "key: [itemNo]",
                        "from:",
                        "  - entries: itemledgerentry",
                        "    key: [itemNo, locationCode]",
                        "    sums: [{field: inventory, of: quantity}]"))
                .containsExactly("sums.yaml:5:5: the key of the entries is not of the kind of the aggregate's;"
                        + " list as many fields, in the same order, that hold the same kinds of values");
    }

    @Test
    void conditionsAreChecked() {
        assertThat(faults(
                        "aggregate: stock",
                        "erp: itemavailability",
                        "key: [itemNo]",
                        "from:",
                        "  - entries: itemledgerentry",
                        "    key: [itemNo]",
                        "    filter: \"erp.quantitty > 0.0\"",
                        "    sums: [{field: inventory, of: quantity, when: \"erp.entryType\"}]"))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("sums.yaml:7:") && fault.contains("quantitty"))
                .anyMatch(fault -> fault.startsWith("sums.yaml:8:") && fault.contains("yes or no"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults("aggregate: stock", "key: [itemNo]"))
                .containsExactly("sums.yaml:1:1: an aggregate belongs to one system;"
                        + " name the entity that shows the sums with either 'erp' or 'crm'");
        assertThat(faults("aggregate: stock", "erp: itemavailability"))
                .containsExactly(
                        "sums.yaml:1:1: 'key' is missing; list the fields that say what is added up together: 'key: [itemNo]'",
                        "sums.yaml:1:1: an aggregate without entries; list with 'from' what is added up");
    }
}
