package io.couplet.domain.aggregate;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a group is told by an entry: what that adds and says from this version on.
 *
 * @param group the group
 * @param entry the entry
 * @param version the version of the entry that says so
 * @param committedAt when that was committed
 * @param says what it adds or says, by the field that shows it; nothing where it does not belong there (any more)
 */
public record Share(Group group, RecordRef entry, Version version, Instant committedAt, SortedMap<String, Value> says) {
    /** Copies the map. */
    public Share {
        says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
    }
}
