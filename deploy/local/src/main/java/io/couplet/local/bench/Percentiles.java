package io.couplet.local.bench;

import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * What a set of durations looks like, in milliseconds; all 0 for an empty set.
 *
 * @param count how many there are
 */
record Percentiles(long count, double p50, double p95, double p99, double max) {
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    /** Of durations in microseconds; what is below 0 counts as 0. */
    static Percentiles ofMicros(LongStream micros) {
        Histogram histogram = new Histogram(DIGITS);
        micros.map(value -> Math.max(0, value)).forEach(histogram::recordValue);
        return new Percentiles(
                histogram.getTotalCount(), at(histogram, 50), at(histogram, 95), at(histogram, 99), at(histogram, 100));
    }

    private static double at(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
