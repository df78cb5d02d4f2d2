package io.couplet.processor;

import io.couplet.wire.StateForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store with the states that were used last in front of it, so that a hot key is not decoded again. What is put goes through to the
 * store at once. Belongs to one processor instance, hence to one thread.
 *
 * @param <S> an immutable state
 */
final class CachedStates<S> {
    private static final int MOST = 4_096;

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, S> latest = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
            return size() > MOST;
        }
    };

    CachedStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    S get(String key, StateForm<S> form, S otherwise) {
        @Nullable S known = find(key, form);
        return known == null ? otherwise : known;
    }

    @Nullable
    S find(String key, StateForm<S> form) {
        @Nullable S known = latest.get(key);
        if (known == null) {
            byte @Nullable [] bytes = store.get(key);
            if (bytes != null) {
                known = form.fromBytes(bytes);
                latest.put(key, known);
            }
        }
        return known;
    }

    /** The keys that begin like this. */
    List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.prefixScan(prefix, new StringSerializer())) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    void put(String key, S state, StateForm<S> form) {
        store.put(key, form.toBytes(state));
        latest.put(key, state);
    }

    void remove(String key) {
        store.delete(key);
        latest.remove(key);
    }
}
