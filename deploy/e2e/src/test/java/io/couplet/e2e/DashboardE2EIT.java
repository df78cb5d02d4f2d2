package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.couplet.e2e.dashboard.Expressions;
import io.couplet.e2e.dashboard.Expressions.Expression;
import io.couplet.e2e.dashboard.PrometheusServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Prometheus scrapes the started stack and has an answer to everything that the dashboard and the alerts ask. */
@ExtendWith(StartedStack.Extension.class)
class DashboardE2EIT {

    private static final Path DEPLOY = Launcher.home().resolve("deploy");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WINDOW = "30s";

    private final StartedStack stack;

    DashboardE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("Every expression of the dashboard and of the alert rules is valid and returns data")
    void everyExpressionReturnsData() {
        Optional<Path> program = PrometheusServer.program();
        assumeTrue(program.isPresent(), "no prometheus on the PATH: apt-get install prometheus");
        try (PrometheusServer prometheus =
                PrometheusServer.start(program.get(), DEPLOY.resolve("prometheus/prometheus.yml"), addresses())) {
            await().atMost(LIMIT).until(prometheus::ready);
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                editBothWays();
                assertThat(unanswered(prometheus)).isEmpty();
                assertThat(faultyRules(prometheus)).isEmpty();
            });
        }
    }

    private Map<String, String> addresses() {
        return Map.of(
                "localhost:18082", stack.endpoints().streamsApp().getAuthority(),
                "localhost:18080", stack.endpoints().connectors().getAuthority());
    }

    /** Counters have a rate once they have grown while Prometheus looked. */
    private void editBothWays() {
        stack.erp("anna")
                .update("update \"CRONUS$Customer\" set \"Phone No_\" = '" + System.nanoTime() + "' where \"No_\" ="
                        + " (select min(\"No_\") from \"CRONUS$Customer\")");
        stack.crm("carla")
                .update("update account set telephone1 = '" + System.nanoTime() + "' where accountid ="
                        + " (select accountid from account where accountnumber is not null order by 1 limit 1)");
    }

    private static List<String> unanswered(PrometheusServer prometheus) {
        List<Expression> expressions =
                new ArrayList<>(Expressions.ofDashboard(DEPLOY.resolve("grafana/consumer-lag.json")));
        expressions.addAll(Expressions.measuredByAlerts(DEPLOY.resolve("prometheus/couplet.rules.yml")));
        List<String> unanswered = new ArrayList<>();
        for (Expression expression : expressions) {
            JsonNode answer = prometheus.query(expression.over(WINDOW).text());
            if (!hasFigures(answer)) {
                unanswered.add(expression + " gives " + answer);
            }
        }
        return unanswered;
    }

    /** A quantile of nothing is data for Prometheus, though not for people. */
    private static boolean hasFigures(JsonNode answer) {
        for (JsonNode series : answer.at("/data/result")) {
            if (!series.at("/value/1").asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    /** The rules as they stand are evaluated by Prometheus itself. */
    private static List<String> faultyRules(PrometheusServer prometheus) {
        List<String> faulty = new ArrayList<>();
        JsonNode groups = prometheus.rules().at("/data/groups");
        assertThat(groups).isNotEmpty();
        groups.forEach(group -> group.path("rules").forEach(rule -> {
            if (!rule.path("health").asText().equals("ok")) {
                faulty.add(rule.toString());
            }
        }));
        return faulty;
    }
}
