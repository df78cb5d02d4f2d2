package io.couplet.cli;

import java.util.Comparator;
import java.util.List;

/**
 * How long changes took between two stages, since the process that measured it started.
 *
 * @param direction erp-to-crm or crm-to-erp
 * @param stage the two stages
 * @param count how many changes
 * @param p50 in seconds, half of the changes took less; not a number if there were none
 * @param p99 in seconds, as far as the histogram's buckets tell
 * @param longest in seconds, of the last few minutes
 */
record StageLag(String direction, String stage, long count, double p50, double p99, double longest) {

    /** In the order in which a change passes them. */
    private static final List<String> WAY = List.of(
            "commit-to-capture",
            "capture-to-publish",
            "committed-to-routed",
            "committed-to-decided",
            "decided-to-applied",
            "committed-to-applied");

    /** The way from the ERP first, each in the order in which a change passes the stages. */
    static final Comparator<StageLag> ALONG_THE_WAY =
            Comparator.comparing(StageLag::direction).reversed().thenComparing(lag -> WAY.indexOf(lag.stage()));
}
