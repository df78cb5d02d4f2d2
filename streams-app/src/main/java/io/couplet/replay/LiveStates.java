package io.couplet.replay;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.processor.StoreNames;
import io.couplet.wire.LoadedMappings;
import io.couplet.wire.PairStateForm;
import io.couplet.wire.RecordStateForm;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the states that a running pipeline keeps in its stores. For one thread; the stores may be written meanwhile. */
public final class LiveStates {
    private final LoadedMappings mappings;
    private final Map<String, PairStateForm> pairs = new HashMap<>();
    private final Map<String, RecordStateForm> records = new HashMap<>();

    /** Of these mappings; states of others are left out. */
    public LiveStates(LoadedMappings mappings) {
        this.mappings = mappings;
        for (Mapping mapping : mappings.all()) {
            pairs.put(mapping.name(), new PairStateForm(mapping));
            for (Side side : Side.values()) {
                records.put(mapping.name() + side, new RecordStateForm(mapping, side));
            }
        }
    }

    /** Shows all states of {@link StoreNames#PAIRS}. */
    public void pairs(ReadOnlyKeyValueStore<String, byte[]> store, States states) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                byte[] bytes = all.next().value;
                String mapping = PairStateForm.mappingOf(bytes);
                PairStateForm form = pairs.get(mapping);
                if (form != null) {
                    states.pair(mappings.get(mapping), form.fromBytes(bytes));
                }
            }
        }
    }

    /** Shows all states of {@link StoreNames#RECORDS}. */
    public void records(ReadOnlyKeyValueStore<String, byte[]> store, States states) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                int end = entry.key.indexOf(StoreNames.SEPARATOR);
                String mapping = entry.key.substring(0, end);
                RecordRef ref = new RecordRef(entry.key.substring(end + 1));
                RecordStateForm form = records.get(mapping + ref.side());
                if (form != null) {
                    states.record(mappings.get(mapping), ref, form.fromBytes(entry.value));
                }
            }
        }
    }
}
