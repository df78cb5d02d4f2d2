package io.couplet.local.bench;

import java.util.List;

/**
 * Everything a run found out, in the form in which it is written as JSON. Durations are milliseconds.
 *
 * @param startedAt ISO 8601
 * @param pairs coupled customers and accounts over which the edits were spread
 * @param warmUpSeconds before the first measurement
 * @param troubles notes about records set aside or bytes not usable that were written during the run: there should be none
 */
record BenchReport(
        String startedAt,
        Machine machine,
        int pairs,
        long warmUpSeconds,
        int warmUpRate,
        List<LatencyRow> latency,
        List<BurstRow> bursts,
        long troubles) {

    BenchReport {
        latency = List.copyOf(latency);
        bursts = List.copyOf(bursts);
    }

    /** Whether every edit is accounted for and both sides agree. */
    boolean isComplete() {
        return latency.stream().allMatch(row -> row.couplet().missing() == 0)
                && bursts.stream().allMatch(row -> row.couplet().missing() == 0 && row.differing() == 0);
    }
}
