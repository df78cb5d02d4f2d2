package io.couplet.api;

import io.couplet.contract.SetAside;
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

    /** The oldest first. */
    synchronized List<OpenEntry> entries() {
        return open.values().stream()
                .sorted(Comparator.comparing(OpenEntry::since).thenComparing(OpenEntry::subject))
                .toList();
    }
}
