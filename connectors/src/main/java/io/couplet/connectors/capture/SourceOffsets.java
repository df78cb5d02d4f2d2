package io.couplet.connectors.capture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine's offsets say about its snapshot. */
final class SourceOffsets {

    private static final String SNAPSHOT = "snapshot";
    private static final String LAST = "last_snapshot_record";
    private static final String COMPLETED = "snapshot_completed";

    private SourceOffsets() {}

    /** Whether an engine that starts from this offset would not read the snapshot again. */
    static boolean pastSnapshot(Map<?, ?> offset) {
        return !offset.containsKey(SNAPSHOT) || isTrue(offset.get(LAST)) || isTrue(offset.get(COMPLETED));
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }
}
