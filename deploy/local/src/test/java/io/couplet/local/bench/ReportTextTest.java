package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final Percentiles COUPLET = new Percentiles(990, 8, 14.25, 24, 61.5);
    private static final Percentiles POSTGRES = new Percentiles(1_000, 1, 1.5, 3, 5);
    private static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0);

    @Test
    void aRowShowsBothCompetitorsAndTheRatio() {
        assertThat(lineWith(text(0), "ERP -> CRM, 500/s").split(" {2,}", -1))
                .containsExactly(
                        "ERP -> CRM, 500/s",
                        "1000",
                        "10",
                        "0",
                        "3",
                        "8.0",
                        "14.3",
                        "24.0",
                        "61.5",
                        "1.0",
                        "1.5",
                        "3.0",
                        "5.0",
                        "8.00",
                        "8.00");
    }

    @Test
    void aBurstShowsItsRateAndWhatCarriedIt() {
        assertThat(lineWith(text(0), "CRM -> ERP").split(" {2,}", -1))
                .containsExactly(
                        "CRM -> ERP",
                        "20000",
                        "800",
                        "0",
                        "0",
                        "1000",
                        "2000",
                        "2600",
                        "10000",
                        "300",
                        "500",
                        "40000",
                        "0.25");
    }

    @Test
    void troublesAreToldOnlyWhereThereAreAny() {
        assertThat(text(0)).doesNotContain("set-aside");
        assertThat(text(2)).contains("2 records were written to set-aside");
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        String table = new TextTable()
                .line(List.of("name", "n"))
                .line(List.of("a", "1000"))
                .line(List.of("short"))
                .text();

        assertThat(table).isEqualTo("name      n\na      1000\nshort\n");
    }

    @Test
    void aReportIsCompleteWhenNothingIsMissingAndSidesAgree() {
        assertThat(report(0, 0).isComplete()).isTrue();
        assertThat(report(0, 1).isComplete()).isFalse();
    }

    private static String lineWith(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static String text(long troubles) {
        return ReportText.of(report(troubles, 0));
    }

    private static BenchReport report(long troubles, int differing) {
        StageTimes stages = new StageTimes("ERP -> CRM", 1_000, 800, 0, COUPLET, COUPLET, COUPLET);
        return new BenchReport(
                "2026-01-01T00:00:00Z",
                new Machine(2, 0.5, "Linux amd64", "17"),
                400,
                20,
                500,
                List.of(new LatencyRow("ERP -> CRM", 500, account(10, COUPLET), stages, account(0, POSTGRES))),
                List.of(new BurstRow(
                        "CRM -> ERP",
                        new BurstFigures(20_000, 0, 1_000, 2_000, 10_000),
                        2_600,
                        differing,
                        List.of(stages),
                        new BurstFigures(20_000, 0, 300, 500, 40_000))),
                troubles);
    }

    private static Accounting account(int superseded, Percentiles latency) {
        return new Accounting(1_000, superseded, 0, 3, latency, NONE, 0, 0, 0);
    }
}
