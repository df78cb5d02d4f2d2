package io.couplet.domain.message;

import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for.
 *
 * @param mapping the mapping under which the named record is coupled
 * @param about the record reference or alias asked about
 * @param partner the record on the other side, null where there is none (any more)
 * @param businessKey the business key of the ERP record of the two, null where it has none
 * @param version orders answers about one name; older ones are dropped
 */
public record Answer(
        String mapping,
        String about,
        @Nullable RecordRef partner,
        @Nullable String businessKey,
        long version) {

    /** The name asked about. */
    public Name name() {
        return new Name(mapping, about);
    }
}
