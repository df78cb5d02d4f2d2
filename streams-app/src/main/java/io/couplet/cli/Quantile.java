package io.couplet.cli;

import java.util.Map;

/** Quantiles of a histogram, estimated as Prometheus does: evenly spread within a bucket. */
final class Quantile {
    private Quantile() {}

    /**
     * The value below which that part of all observations lies.
     *
     * @param part between 0 and 1
     * @param cumulative observations up to each bucket's bound, in ascending order
     * @return not a number if there are none; the highest finite bound if it lies beyond
     */
    static double of(double part, Map<Double, Double> cumulative) {
        double total = cumulative.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (total == 0) {
            return Double.NaN;
        }
        double wanted = part * total;
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            double bound = bucket.getKey();
            if (bucket.getValue() >= wanted) {
                return Double.isInfinite(bound)
                        ? lower
                        : lower + (bound - lower) * (wanted - below) / (bucket.getValue() - below);
            }
            lower = bound;
            below = bucket.getValue();
        }
        return lower;
    }
}
