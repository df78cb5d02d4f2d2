package io.couplet.local.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rates edits per second at which latency is measured
 * @param duration of each measurement of latency
 * @param burst edits per burst
 * @param warmUp how long edits are made both ways before anything is measured
 */
record BenchSettings(List<Integer> rates, Duration duration, int burst, Duration warmUp) {

    BenchSettings {
        rates = List.copyOf(rates);
    }

    /** The rate of the warm-up: the highest that is measured, since code becomes fast by being used. */
    int warmUpRate() {
        return rates.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
