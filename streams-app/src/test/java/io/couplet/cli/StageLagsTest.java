package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StageLagsTest {

    private static final String SCRAPE = """
            # HELP couplet_lag_seconds Time between two moments
            # TYPE couplet_lag_seconds histogram
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="a",stage="committed-to-applied",le="0.01"} 50
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="a",stage="committed-to-applied",le="0.02"} 100
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="a",stage="committed-to-applied",le="+Inf"} 100
            couplet_lag_seconds_count{direction="erp-to-crm",mapping="a",stage="committed-to-applied"} 100
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="b",stage="committed-to-applied",le="0.01"} 100
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="b",stage="committed-to-applied",le="0.02"} 100
            couplet_lag_seconds_bucket{direction="erp-to-crm",mapping="b",stage="committed-to-applied",le="+Inf"} 100
            couplet_lag_seconds_count{direction="erp-to-crm",mapping="b",stage="committed-to-applied"} 100
            couplet_lag_seconds_max{direction="erp-to-crm",mapping="b",stage="committed-to-applied"} 0.019
            couplet_capture_delay_seconds_bucket{stage="commit-to-capture",system="crm",le="+Inf"} 0
            couplet_capture_delay_seconds_count{stage="commit-to-capture",system="crm"} 0
            """;

    @Test
    void mappingsAreTakenTogether() {
        StageLag lag = StageLags.in(Exposition.parse(SCRAPE)).stream()
                .filter(stage -> stage.stage().equals("committed-to-applied"))
                .findFirst()
                .orElseThrow();

        assertThat(lag.direction()).isEqualTo("erp-to-crm");
        assertThat(lag.count()).isEqualTo(200);
        assertThat(lag.p50()).isCloseTo(0.0067, within(0.0001));
        assertThat(lag.p99()).isCloseTo(0.0196, within(0.0001));
        assertThat(lag.longest()).isEqualTo(0.019);
    }

    @Test
    void whatCaptureSeesInTheCrmGoesToTheErp() {
        assertThat(StageLags.in(Exposition.parse(SCRAPE)))
                .filteredOn(stage -> stage.stage().equals("commit-to-capture"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.direction()).isEqualTo("crm-to-erp"))
                .satisfies(stage -> assertThat(stage.p50()).isNaN());
    }

    @Test
    void quantileBeyondTheLastBoundIsThatBound() {
        TreeMap<Double, Double> buckets = new TreeMap<>(Map.of(1.0, 1.0, Double.POSITIVE_INFINITY, 10.0));

        assertThat(Quantile.of(0.99, buckets)).isEqualTo(1.0);
    }

    @Test
    void labelsMayHoldWhatStandsForSomethingElse() {
        List<Sample> samples = Exposition.parse("a_total{b=\"x,y}\",c=\"d\"} 1.5E3\n\nnonsense\nup 1\n");

        assertThat(samples)
                .containsExactly(
                        new Sample("a_total", Map.of("b", "x,y}", "c", "d"), 1_500), new Sample("up", Map.of(), 1));
    }
}
