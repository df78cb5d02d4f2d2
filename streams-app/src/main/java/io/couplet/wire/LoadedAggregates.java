package io.couplet.wire;

import io.couplet.domain.aggregate.Aggregate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The aggregates that this process works with. Immutable; safe for any thread. */
public final class LoadedAggregates {
    /** None at all. */
    public static final LoadedAggregates NONE = new LoadedAggregates(List.of());

    private final Map<String, Aggregate> byName = new HashMap<>();
    private final Map<String, List<Aggregate>> byEntries = new HashMap<>();
    private final List<Aggregate> all;

    /** Takes aggregates whose names differ. */
    public LoadedAggregates(Collection<Aggregate> aggregates) {
        all = List.copyOf(aggregates);
        for (Aggregate aggregate : all) {
            byName.put(aggregate.name(), aggregate);
            for (Aggregate.Part part : aggregate.parts()) {
                byEntries
                        .computeIfAbsent(part.entity(), entity -> new ArrayList<>())
                        .add(aggregate);
            }
        }
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

    /** Every aggregate. */
    public List<Aggregate> all() {
        return all;
    }

    /** The aggregates over the records of an entity ({@code erp/itemledgerentry}). */
    public List<Aggregate> over(String entity) {
        return byEntries.getOrDefault(entity, List.of());
    }
}
