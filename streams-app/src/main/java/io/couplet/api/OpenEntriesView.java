package io.couplet.api;

import io.couplet.contract.SetAside;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All open entries of the set-aside topic. */
final class OpenEntriesView implements View<SetAside> {

    private final Map<String, OpenEntry> open = new HashMap<>();

    @Override
    public synchronized void accept(String key, @Nullable SetAside entry) {
        if (entry == null) {
            open.remove(key);
        } else {
            open.put(key, OpenEntry.of(entry));
        }
    }

    /** How many there are of a mapping and kind, and since when the oldest of them. */
    synchronized OpenCount count(String mapping, String kind) {
        long count = 0;
        @Nullable Instant oldest = null;
        for (OpenEntry entry : open.values()) {
            if (entry.kind().equals(kind) && entry.mapping().equals(mapping)) {
                count++;
                oldest = oldest == null || entry.since().isBefore(oldest) ? entry.since() : oldest;
            }
        }
        return new OpenCount(count, oldest);
    }

    /** The oldest first. */
    synchronized List<OpenEntry> entries() {
        return open.values().stream()
                .sorted(Comparator.comparing(OpenEntry::since).thenComparing(OpenEntry::subject))
                .toList();
    }
}
