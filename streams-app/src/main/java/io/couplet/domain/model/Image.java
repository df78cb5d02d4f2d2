package io.couplet.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record, reduced to the fields that its mapping uses.
 *
 * @param version which version
 * @param previous the row version before this one, null where the source did not show it
 * @param createdBy who created the row, null where unknown
 * @param modifiedBy who wrote this version, null where unknown (deletes)
 * @param modifiedAt when, by the system's own stamp
 * @param committedAt when the source committed it; {@link Instant#EPOCH} where unknown
 * @param inScope whether the record passes its mapping's filter
 * @param fields the values; those of the last version before a delete may be absent (all blank)
 */
public record Image(
        Version version,
        @Nullable Long previous,
        @Nullable String createdBy,
        @Nullable String modifiedBy,
        Instant modifiedAt,
        Instant committedAt,
        boolean inScope,
        Fields fields) {

    /** Whether the row was removed. */
    public boolean deleted() {
        return version.deleted();
    }

    /** What decisions still need of this version once it has been taken in: not how it was made, but what it is; of a deleted one that it is. */
    public Image durable() {
        boolean there = !deleted();
        Fields needed = there ? fields : Fields.of(fields.names(), gone -> Value.BLANK);
        return new Image(version, null, createdBy, null, Instant.EPOCH, Instant.EPOCH, there && inScope, needed);
    }

    /** Whether {@code account} wrote this version. */
    public boolean writtenBy(String account) {
        return account.equals(modifiedBy);
    }
}
