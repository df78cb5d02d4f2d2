package io.couplet.e2e.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The files are whole; that Prometheus has data for them is shown by {@code DashboardE2EIT}. */
final class DashboardTest {

    private static final Path DEPLOY = Path.of("..");
    private static final Path DASHBOARD = DEPLOY.resolve("grafana/consumer-lag.json");
    private static final Path RULES = DEPLOY.resolve("prometheus/couplet.rules.yml");

    @Test
    void everyPanelSaysWhatItShows() {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode panel : Expressions.read(new ObjectMapper(), DASHBOARD).path("panels")) {
            ids.add(panel.path("id").asInt());
            assertThat(panel.path("title").asText()).isNotBlank();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText())
                        .as(panel.path("title").asText())
                        .isNotBlank();
                assertThat(panel.path("targets"))
                        .as(panel.path("title").asText())
                        .isNotEmpty();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertHasItsRunbook() {
        assertThat(Expressions.alerts(RULES)).isNotEmpty().allSatisfy(alert -> {
            String page = alert.at("/annotations/runbook").asText();
            assertThat(DEPLOY.resolve("..").resolve(page)).exists();
            assertThat(Path.of(page)).hasFileName(kebab(alert.path("alert").asText()) + ".md");
        });
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
