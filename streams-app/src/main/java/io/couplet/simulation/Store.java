package io.couplet.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * States by key. What is put in can be lost again, key by key, until its part commits.
 *
 * @param <S> an immutable state
 */
final class Store<S> {
    private final String kind;
    private final List<Cell<?>> touched;
    private final Map<String, Cell<S>> cells = new HashMap<>();

    /**
     * An empty store.
     *
     * @param kind what its states are about, such as {@code record}
     * @param touched where its part keeps the cells with values that are not committed
     */
    Store(String kind, List<Cell<?>> touched) {
        this.kind = kind;
        this.touched = touched;
    }

    @Nullable
    S get(String key) {
        Cell<S> cell = cells.get(key);
        return cell == null ? null : cell.now();
    }

    S get(String key, S otherwise) {
        S state = get(key);
        return state == null ? otherwise : state;
    }

    /** Puts a state in, unless it is the one that is there. */
    void put(String key, @Nullable S state) {
        Cell<S> cell = cells.get(key);
        if (cell == null) {
            cell = new Cell<>(kind, key);
            cells.put(key, cell);
        }
        if (!cell.holds(state) && cell.set(state)) {
            touched.add(cell);
        }
    }

    /** Shows each key that has a state, in the order of the keys. */
    void forEach(BiConsumer<String, S> reader) {
        cells.keySet().stream().sorted().forEach(key -> {
            S state = get(key);
            if (state != null) {
                reader.accept(key, state);
            }
        });
    }
}
