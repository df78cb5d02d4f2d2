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

/** Reads the states that a running pipeline keeps in its stores, from their bytes there or on their changelog topics. For one thread. */
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

    /** Shows a state of {@link StoreNames#PAIRS}. */
    public void pair(byte[] bytes, States states) {
        String mapping = PairStateForm.front(bytes).mapping();
        PairStateForm form = pairs.get(mapping);
        if (form != null) {
            states.pair(mappings.get(mapping), form.fromBytes(bytes));
        }
    }

    /** Shows a state of {@link StoreNames#RECORDS}, which is kept there under that key. */
    public void record(String key, byte[] bytes, States states) {
        int end = key.indexOf(StoreNames.SEPARATOR);
        String mapping = key.substring(0, end);
        RecordRef ref = new RecordRef(key.substring(end + 1));
        RecordStateForm form = records.get(mapping + ref.side());
        if (form != null) {
            states.record(mappings.get(mapping), ref, form.fromBytes(bytes));
        }
    }
}
