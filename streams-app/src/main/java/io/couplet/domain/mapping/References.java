package io.couplet.domain.mapping;

import io.couplet.domain.message.Answer;
import org.jspecify.annotations.Nullable;

/** What this partition knows of other records. Read-only; answers may be ahead of the pair that reads them, which is harmless. */
@FunctionalInterface
public interface References {

    /** Knows nothing. */
    References NONE = (mapping, about) -> null;

    /**
     * What a name stands for.
     *
     * @param mapping the mapping under which the named record is coupled
     * @param about a record reference or alias
     * @return null where nothing has been heard of it
     */
    @Nullable
    Answer lookup(String mapping, String about);
}
