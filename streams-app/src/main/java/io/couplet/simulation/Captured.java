package io.couplet.simulation;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * One version of a row, on a change topic.
 *
 * @param table where the row is
 * @param row the row
 * @param previous the version before it, null where capture did not see that
 * @param read whether a snapshot read it
 */
record Captured(Table table, StoredRow row, @Nullable Long previous, boolean read) {

    /** What a mapping sees of it. Of a removed row only its name is known, and who created it. */
    Image image(Mapping mapping) {
        boolean deleted = row.version().deleted();
        return new Image(
                row.version(),
                previous,
                row.createdBy(),
                deleted ? null : row.modifiedBy(),
                row.modifiedAt(),
                row.modifiedAt(),
                deleted || mapping.end(table.side).filter().accepts(row::get),
                Fields.of(mapping.fieldNames(table.side), deleted ? field -> Value.BLANK : row::get));
    }

    @Override
    public String toString() {
        return row.ref()
                + (row.version().deleted() ? " removed at " : " at ")
                + row.version().row()
                + (read ? " (read)" : "");
    }
}
