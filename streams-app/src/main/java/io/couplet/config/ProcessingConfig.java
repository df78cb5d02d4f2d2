package io.couplet.config;

import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.IsolationLevel;

/**
 * How inputs are worked off. Offsets and states are committed together, whatever the guarantee (decision 0041).
 *
 * @param guarantee when others see what is said
 * @param threads how many work at a time
 * @param commitInterval how often progress is committed: how long the public views take to show it, and under exactly-once everybody else, too
 * @param instance this process among those that share the work: different for each, the same at each start
 */
public record ProcessingConfig(Guarantee guarantee, int threads, Duration commitInterval, String instance) {
    static final int DEFAULT_THREADS = 1;
    static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(200);
    static final String DEFAULT_INSTANCE = "1";

    /** Both keep every promise; they differ in speed. */
    public enum Guarantee {
        /** What is said is read at once; what a crash makes forgotten was said all the same. */
        AT_LEAST_ONCE,
        /** What is said is read when it is committed. */
        EXACTLY_ONCE_V2;

        /** The word used in the file, which is Kafka's own. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How the steps read what other steps say. */
        public IsolationLevel isolation() {
            return this == AT_LEAST_ONCE ? IsolationLevel.READ_UNCOMMITTED : IsolationLevel.READ_COMMITTED;
        }
    }
}
