package io.couplet.domain.mapping;

import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import org.jspecify.annotations.Nullable;

/** What this partition knows of other records. Read-only; answers may be ahead of the pair that reads them, which is harmless. */
@FunctionalInterface
public interface References {

    /** Knows nothing. */
    References NONE = name -> null;

    /** What a name stands for; null where nothing has been heard of it. */
    @Nullable
    Answer lookup(Name name);
}
