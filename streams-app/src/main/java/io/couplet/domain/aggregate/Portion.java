package io.couplet.domain.aggregate;

import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a group remembers of one entry, also of one that has left, lest an older version bring it back. Immutable.
 *
 * @param version the version of the entry that it has heard of last
 * @param says what that adds or says, by the field that shows it
 * @param offset where it was heard
 */
public record Portion(Version version, SortedMap<String, Value> says, long offset) {
    /** Of an entry that was never heard of. */
    public static final Portion NONE = new Portion(Version.NONE, new TreeMap<>(), -1);

    /** Copies the map. */
    public Portion {
        says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
    }

    /** What is remembered after hearing of the entry; this one where that is no news. */
    public Portion take(Share share, long heard) {
        return share.version().after(version) ? new Portion(share.version(), share.says(), heard) : this;
    }
}
