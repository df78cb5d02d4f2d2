package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.mappings.MappingDescription.FieldDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every field row of the documented product is mapped by a shipped file, or the catalogue's page says why not; never both. */
class CatalogueTest {
    private static final Path PAGE = Path.of("docs", "catalogue.md");
    private static final Path ROWS = Path.of("src", "test", "resources", "catalogue-rows.csv");
    private static final Pattern REASON = Pattern.compile("\\| ([A-Z].*?) \\| (\\S+) \\| (\\S+) \\| (.+) \\|");

    private final List<MappingDescription> mappings = new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
            .checkedCatalogue()
            .descriptions();

    /**
     * A field row of the documented product.
     *
     * @param mapping the product's mapping
     * @param erp the ERP's field, "-" of a constant of the CRM
     * @param crm the CRM's field, "-" of a constant of the ERP
     */
    private record Row(String mapping, String erpEntity, String crmEntity, String erp, String crm, String direction) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(cells[1], cells[2], cells[3], name(cells[4]), name(cells[5]), cells[6]);
        }

        private static String name(String cell) {
            return cell.isEmpty() ? "-" : cell;
        }

        String reason() {
            return "| " + mapping + " | " + erp + " | " + crm + " |";
        }
    }

    @Test
    void everyRowIsMappedOrHasAReason() throws IOException {
        Map<String, Integer> reasons = reasons();
        List<String> faults = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            @Nullable String mapping = mappedBy(row);
            @Nullable Integer line = reasons.get(row.reason());
            if (mapping != null && line != null) {
                faults.add(PAGE + ":" + line + ": delete this line, " + mapping + " carries it: " + row.reason());
            } else if (mapping == null && line == null) {
                faults.add(PAGE + ": no shipped mapping of erp/" + row.erpEntity() + " and crm/" + row.crmEntity()
                        + " carries it " + row.direction() + "; add a line with the reason: " + row.reason()
                        + " ... |");
            }
        }
        List<String> known = rows.stream().map(Row::reason).toList();
        reasons.forEach((reason, line) -> {
            if (!known.contains(reason)) {
                faults.add(PAGE + ":" + line + ": there is no such row in " + ROWS + ": " + reason);
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void allSectionsAreThere() throws IOException {
        assertThat(rows()).hasSize(228);
        assertThat(rows().stream().filter(row -> mappedBy(row) != null).count()).isGreaterThanOrEqualTo(104);
    }

    /** The shipped mapping that carries a row at least the way it goes in the product, null where none does. */
    private @Nullable String mappedBy(Row row) {
        return mappings.stream()
                .filter(mapping -> mapping.crm().equals("crm/" + row.crmEntity()))
                .filter(mapping ->
                        row.erpEntity().equals("options") || mapping.erp().equals("erp/" + row.erpEntity()))
                .filter(mapping -> mapping.fields().stream().anyMatch(field -> carries(field, row)))
                .map(MappingDescription::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean carries(FieldDescription field, Row row) {
        boolean sameErp = row.erpEntity().equals("options")
                ? field.how().contains("options ")
                : Objects.requireNonNullElse(field.erp(), "-").equals(row.erp());
        boolean sameCrm = Objects.requireNonNullElse(field.crm(), "-").equals(row.crm());
        return sameErp
                && sameCrm
                && (field.direction().equals("both") || field.direction().equals(row.direction()));
    }

    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(ROWS)) {
            return lines.filter(line -> line.startsWith("2.")).map(Row::of).toList();
        }
    }

    /** The reasons' rows with the lines of the page in which they stand. */
    private static Map<String, Integer> reasons() throws IOException {
        Map<String, Integer> reasons = new HashMap<>();
        List<String> lines = Files.readAllLines(PAGE);
        for (int i = 0; i < lines.size(); i++) {
            Matcher reason = REASON.matcher(lines.get(i));
            if (reason.matches()) {
                Row row = new Row(reason.group(1), "", "", reason.group(2), reason.group(3), "");
                assertThat(reasons.put(row.reason(), i + 1))
                        .as("%s:%d is there twice", PAGE, i + 1)
                        .isNull();
            }
        }
        return reasons;
    }
}
