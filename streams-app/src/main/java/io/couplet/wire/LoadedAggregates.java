package io.couplet.wire;

import io.couplet.domain.aggregate.Aggregate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The aggregates that this process works with. Immutable; safe for any thread. */
public final class LoadedAggregates {
    /** None at all. */
    public static final LoadedAggregates NONE = new LoadedAggregates(List.of());

    private final Map<String, Aggregate> byName = new HashMap<>();
    private final List<Aggregate> all;

    /** Takes aggregates whose names differ. */
    public LoadedAggregates(Collection<Aggregate> aggregates) {
        all = List.copyOf(aggregates);
        all.forEach(aggregate -> byName.put(aggregate.name(), aggregate));
    }

    /**
     * The aggregate of that name.
     *
     * @throws IllegalArgumentException if it is not loaded
     */
    public Aggregate get(String name) {
        Aggregate aggregate = byName.get(name);
        if (aggregate == null) {
            throw new IllegalArgumentException("the aggregate '" + name + "' is not loaded; was its file taken away?");
        }
        return aggregate;
    }

    /** The aggregates over the records of an entity ({@code erp/itemLedgerEntry}). */
    public List<Aggregate> over(String entity) {
        return all.stream()
                .filter(aggregate -> aggregate.part(entity).isPresent())
                .toList();
    }
}
