package io.couplet.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What connectors says of itself.
 *
 * @param systems by name: erp, crm
 */
record ConnectorsStatus(Map<String, SystemPart> systems) {

    record SystemPart(Capture capture, Apply apply) {}

    record Capture(
            String state,
            boolean snapshotComplete,
            long captured,
            long deadLettered,
            @Nullable String error) {}

    record Apply(
            String state,
            long applied,
            long stale,
            long rejected,
            long exists,
            long notFound,
            long repeated,
            @Nullable String error) {}
}
