package io.couplet.processor;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.PairStateForm;
import io.couplet.wire.PairStateForm.Front;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the couplings of one partition know. Used by one processor instance. */
final class PairStates {
    private final KeyValueStore<String, byte[]> store;
    private final CachedStates<PairState> states;
    private final Forms forms = new Forms();

    PairStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
        this.states = new CachedStates<>(store);
    }

    PairState get(String coupling, Mapping mapping) {
        @Nullable PairState known = states.find(coupling, forms.pair(mapping));
        return known == null ? PairState.unknown(coupling) : known;
    }

    void put(PairState state, Mapping mapping) {
        states.put(state.id(), state, forms.pair(mapping));
    }

    void forget(String coupling) {
        states.remove(coupling);
    }

    /**
     * Glances at some couplings, in the order of their ids.
     *
     * @param after the id after which to go on; the empty text to begin
     * @param most how many at most
     * @return the id of the last one, where to go on; the empty text where there are no more
     */
    String visit(String after, int most, BiConsumer<String, Front> visitor) {
        int left = most;
        String last = after;
        try (KeyValueIterator<String, byte[]> all = store.range(after.isEmpty() ? null : after, null)) {
            while (all.hasNext() && left > 0) {
                KeyValue<String, byte[]> entry = all.next();
                if (!entry.key.equals(after)) {
                    left--;
                    last = entry.key;
                    visitor.accept(entry.key, PairStateForm.front(entry.value));
                }
            }
            return all.hasNext() ? last : "";
        }
    }
}
