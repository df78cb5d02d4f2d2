package io.couplet.contract;

import java.time.Duration;
import java.util.Map;

/** The broker's settings for our kinds of topics, by Kafka's names. */
final class TopicConfigs {

    /** How long a deleted key can still be seen by a reader that was away. */
    private static final Duration TOMBSTONES = Duration.ofDays(7);

    private static final Duration SEGMENT = Duration.ofDays(1);

    private TopicConfigs() {}

    /** Small segments, since the open one is never compacted. */
    static Map<String, String> compact() {
        return Map.of(
                "cleanup.policy", "compact",
                "segment.bytes", Integer.toString(64 * 1024 * 1024),
                "segment.ms", Long.toString(SEGMENT.toMillis()),
                "min.cleanable.dirty.ratio", "0.3",
                "delete.retention.ms", Long.toString(TOMBSTONES.toMillis()));
    }

    static Map<String, String> delete(Duration retention) {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(retention.toMillis()),
                "segment.bytes", Integer.toString(128 * 1024 * 1024));
    }
}
