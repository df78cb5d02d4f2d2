package io.couplet.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the time lags in the scrapes of both processes, all mappings together. */
final class StageLags {

    private static final String CAPTURE = "couplet_capture_delay_seconds";
    private static final String PIPELINE = "couplet_lag_seconds";
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private record Place(String direction, String stage) {}

    private StageLags() {}

    static List<StageLag> in(List<Sample> samples) {
        return samples.stream()
                .filter(sample ->
                        sample.name().startsWith(CAPTURE + "_") || sample.name().startsWith(PIPELINE + "_"))
                .collect(Collectors.groupingBy(StageLags::place))
                .entrySet()
                .stream()
                .map(entry -> lag(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Capture knows its system only; what is captured there goes to the other one. */
    private static Place place(Sample sample) {
        String direction = sample.label("direction");
        if (direction.isEmpty()) {
            direction = sample.label("system").equals("erp") ? "erp-to-crm" : "crm-to-erp";
        }
        return new Place(direction, sample.label("stage"));
    }

    private static StageLag lag(Place place, List<Sample> samples) {
        Map<Double, Double> buckets = new TreeMap<>();
        double longest = 0;
        double count = 0;
        for (Sample sample : samples) {
            if (sample.name().endsWith("_bucket")) {
                buckets.merge(bound(sample), sample.value(), Double::sum);
            } else if (sample.name().endsWith("_max")) {
                longest = Math.max(longest, sample.value());
            } else if (sample.name().endsWith("_count")) {
                count += sample.value();
            }
        }
        return new StageLag(
                place.direction(),
                place.stage(),
                (long) count,
                Quantile.of(HALF, buckets),
                Quantile.of(NEARLY_ALL, buckets),
                longest);
    }

    private static double bound(Sample bucket) {
        String bound = bucket.label("le");
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }
}
