package io.couplet.config;

import java.time.Duration;
import java.util.Locale;

/**
 * How inputs are worked off.
 *
 * @param guarantee at which moments offsets, states and outputs are made durable together
 * @param threads how many work at a time
 * @param commitInterval how often progress is committed; under exactly-once it is also how long outputs take to be seen
 * @param instance this process among those that share the work: different for each, the same at each start
 */
public record ProcessingConfig(Guarantee guarantee, int threads, Duration commitInterval, String instance) {
    static final int DEFAULT_THREADS = 1;
    static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(200);
    static final String DEFAULT_INSTANCE = "1";

    /** Both keep every promise; they differ in speed. */
    public enum Guarantee {
        AT_LEAST_ONCE,
        EXACTLY_ONCE_V2;

        /** The word used in the file, which is Kafka's own. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
