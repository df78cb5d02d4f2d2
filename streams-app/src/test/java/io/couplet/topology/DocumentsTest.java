package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.contract.Change;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order and its lines, put together as one document. */
class DocumentsTest {
    private final TopologyHarness harness = new TopologyHarness();
    private final String id = "00000000-0000-4001-0000-000000000001";
    private final String order = "crm/salesorder/" + id;

    @BeforeEach
    void anOrder() {
        harness.crm.insert(
                order, Writer.person("carla"), Map.of("salesorderid", id, "name", "Bicycles", "statecode", 0));
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    private String line(int sequence, Map<String, Object> more) {
        Map<String, Object> fields = new TreeMap<>(more);
        fields.put("salesorderid", id);
        fields.put("sequencenumber", sequence);
        fields.put("quantity", BigDecimal.valueOf(2).setScale(10));
        fields.put("priceperunit", new BigDecimal("10.5").setScale(10));
        fields.put("extendedamount", BigDecimal.valueOf(21).setScale(10));
        return harness.crm.insert("salesorderdetail", "carla", fields);
    }

    private GenericRecord document() {
        List<Change> shown = harness.shown("crm/salesdocument");
        return Objects.requireNonNull(shown.get(shown.size() - 1).after());
    }

    private List<String> lines() throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonNode line :
                new ObjectMapper().readTree(String.valueOf(document().get("lines")))) {
            texts.add(line.path("type").asText() + " " + line.path("no").asText() + " "
                    + line.path("description").asText());
        }
        return texts;
    }

    @Test
    void linesStandInTheirOrderWhateverOrderTheyComeIn() throws IOException {
        line(2, Map.of("productnumber", "R1", "couplet_producttypecode", 3, "description", "Assembly"));
        line(1, Map.of("productnumber", "1000", "couplet_producttypecode", 1, "description", "Bicycle"));

        assertThat(lines()).containsExactly("2 1000 Bicycle", "3 R1 Assembly");
    }

    @Test
    void aLongTextGoesOnInCommentLines() throws IOException {
        line(
                1,
                Map.of(
                        "productnumber",
                        "1000",
                        "description",
                        "word ".repeat(45).strip()));
        line(2, Map.of("productnumber", "1001", "description", "Bell"));

        List<String> lines = lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("2 1000 word");
        assertThat(lines.subList(1, 3)).allMatch(line -> line.startsWith("0  word"));
        assertThat(lines.get(3)).isEqualTo("2 1001 Bell");
    }

    @Test
    void freightIsTheLastLine() throws IOException {
        line(1, Map.of("productnumber", "1000", "description", "Bicycle"));
        harness.crm.update(
                order, "carla", Map.of("freightamount", BigDecimal.valueOf(25).setScale(10)));

        assertThat(lines()).containsExactly("2 1000 Bicycle", "1 6810 Freight");
    }

    @Test
    void whatTheLinesComeToIsKnown() {
        line(1, Map.of("productnumber", "1000"));
        String second = line(2, Map.of("productnumber", "1001"));
        assertThat((BigDecimal) document().get("lineamount")).isEqualByComparingTo("42");

        harness.crm.delete(second);
        GenericRecord document = document();
        assertThat((BigDecimal) document.get("lineamount")).isEqualByComparingTo("21");
        assertThat(document.get("name")).isEqualTo("Bicycles");
    }
}
