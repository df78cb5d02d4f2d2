package io.couplet.domain.aggregate;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one entry under one aggregate. Immutable.
 *
 * @param version the newest one that had anything to tell
 * @param group where it counts, null where nowhere
 * @param says what it adds or says there, by the field that shows it
 * @param left where it counted before: they are told again with each version, since a crash may have swallowed what they were told
 */
public record EntryState(Version version, @Nullable Group group, SortedMap<String, Value> says, List<Group> left) {
    /** Of an entry that was never seen. */
    public static final EntryState UNKNOWN = new EntryState(Version.NONE, null, new TreeMap<>(), List.of());

    /** Copies the map and the list. */
    public EntryState {
        says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
        left = List.copyOf(left);
    }

    /**
     * A version of the entry was captured. One that was seen before is told again (we may have crashed in between), an older one is not,
     * nor is one that says what the one before did: most edits of a customer change nothing that is added up.
     *
     * @param fields null where it was deleted
     */
    public EntryState change(
            Aggregate aggregate,
            RecordRef entry,
            Version seen,
            Instant committedAt,
            @Nullable Function<String, Value> fields,
            Consumer<Share> out) {
        if (version.after(seen)) {
            return this;
        }
        Aggregate.Part part = aggregate.part(entry.entity()).orElseThrow();
        Group now = fields == null
                ? null
                : aggregate.group(part, entry.company(), fields).orElse(null);
        SortedMap<String, Value> saysNow =
                now == null || fields == null ? new TreeMap<>() : Aggregate.says(part, fields);
        boolean seenBefore = seen.equals(version);
        if (!seenBefore && left.isEmpty() && Objects.equals(group, now) && says.equals(saysNow)) {
            return this;
        }
        EntryState after = new EntryState(seen, now, saysNow, left(now));
        after.left.forEach(group -> out.accept(new Share(group, entry, seen, committedAt, new TreeMap<>())));
        if (now != null) {
            out.accept(new Share(now, entry, seen, committedAt, saysNow));
        }
        return after;
    }

    private List<Group> left(@Nullable Group now) {
        List<Group> all = new ArrayList<>(left);
        if (group != null && !all.contains(group)) {
            all.add(group);
        }
        all.removeAll(now == null ? Collections.<Group>emptyList() : List.of(now));
        return all;
    }
}
