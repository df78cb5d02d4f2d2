package io.couplet.replay;

import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.Rebuilt;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Rebuilds all states from what the topics hold. Decides nothing, sends nothing. For one thread. */
public final class Rebuild {
    private final Map<String, Mapping> mappings = new HashMap<>();
    private final Published published;

    /**
     * From these topics.
     *
     * @param mappings the rules in force; what was published under others is left out
     */
    public Rebuild(Collection<Mapping> mappings, Published published) {
        mappings.forEach(mapping -> this.mappings.put(mapping.name(), mapping));
        this.published = published;
    }

    /** Rebuilds every state once. */
    public void into(States states) {
        published.forEachCoupling(coupling -> pair(coupling, states));
        published.forEachOwnership(ownership -> record(ownership, states));
    }

    private void pair(Coupling coupling, States states) {
        Mapping mapping = mappings.get(coupling.getMapping());
        if (mapping != null) {
            states.pair(
                    mapping,
                    Rebuilt.pair(
                            mapping,
                            coupling,
                            ref -> Rebuilt.newest(
                                    mapping,
                                    ref,
                                    published.captured(mapping, ref),
                                    published.ownership(mapping, ref))));
        }
    }

    private void record(Ownership ownership, States states) {
        Mapping mapping = mappings.get(ownership.getEntry().getMapping());
        if (mapping != null) {
            RecordRef ref = new RecordRef(ownership.getRef());
            states.record(mapping, ref, Rebuilt.record(mapping, ownership, published.captured(mapping, ref)));
        }
    }
}
