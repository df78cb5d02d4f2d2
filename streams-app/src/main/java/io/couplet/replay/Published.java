package io.couplet.replay;

import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the topics hold: of each key the newest. */
public interface Published {

    /** Shows every coupling. */
    void forEachCoupling(Consumer<Coupling> reader);

    /** Shows what the Directory decided for every record, under each mapping. */
    void forEachOwnership(Consumer<Ownership> reader);

    /** What the Directory decided for a record, null where nothing. */
    @Nullable
    Ownership ownership(Mapping mapping, RecordRef ref);

    /** The newest version of a record on its change topic, null where there is none. */
    @Nullable
    Image captured(Mapping mapping, RecordRef ref);
}
