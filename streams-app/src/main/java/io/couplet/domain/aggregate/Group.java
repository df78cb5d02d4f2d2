package io.couplet.domain.aggregate;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import java.util.List;

/**
 * The entries that are added up together.
 *
 * @param ref the record that shows their sums
 * @param key what they have in common, in the order of the aggregate's key
 */
public record Group(RecordRef ref, List<Value> key) {
    /** Copies the list. */
    public Group {
        key = List.copyOf(key);
    }
}
