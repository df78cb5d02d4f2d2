package io.couplet.connectors.ops;

import io.couplet.connectors.apply.ApplyCounts;
import io.couplet.connectors.capture.CaptureCounts;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.contract.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one system's two connectors. Safe for use by several threads.
 *
 * @param capture state of capture
 * @param captured figures of capture
 * @param apply state of apply
 * @param applied figures of apply
 */
public record SystemStatus(Lifecycle capture, CaptureCounts captured, Lifecycle apply, ApplyCounts applied) {

    /** Whether both do what they are for. */
    boolean healthy() {
        return capture.healthy() && apply.healthy();
    }

    /** The status as it is served. */
    Map<String, @Nullable Object> describe() {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("capture", capturePart());
        status.put("apply", applyPart());
        return status;
    }

    private Map<String, @Nullable Object> capturePart() {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put("state", capture.state().word());
        part.put("snapshotComplete", captured.snapshotComplete());
        part.put("nonce", captured.nonce());
        part.put("captured", captured.captured());
        part.put("deadLettered", captured.deadLettered());
        part.put("error", capture.error());
        return part;
    }

    private Map<String, @Nullable Object> applyPart() {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put("state", apply.state().word());
        part.put("applied", applied.of(Outcome.APPLIED));
        part.put("stale", applied.of(Outcome.STALE));
        part.put("rejected", applied.of(Outcome.REJECTED));
        part.put("exists", applied.of(Outcome.EXISTS));
        part.put("notFound", applied.of(Outcome.NOT_FOUND));
        part.put("repeated", applied.repeated());
        part.put("deadLettered", applied.deadLettered());
        part.put("error", apply.error());
        return part;
    }
}
