package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.PairStateForm;
import io.couplet.wire.RecordStateForm;
import io.couplet.wire.StateForm;
import java.util.HashMap;
import java.util.Map;

/** Reduces states to what must survive a replay. A state of which nothing must is left out. */
final class Entries implements States {
    private static final RecordState UNKNOWN = RecordState.UNKNOWN.durable();

    private final Reader reader;
    private final Map<String, StateForm<PairState>> pairs = new HashMap<>();
    private final Map<String, StateForm<RecordState>> records = new HashMap<>();

    /** Takes what is left of a state. */
    interface Reader {
        /**
         * One state.
         *
         * @param mapping the mapping's name
         * @param key the coupling's id, or the record's reference
         * @param bytes its one form: equal states have equal bytes
         */
        void entry(String mapping, Kind kind, String key, byte[] bytes);
    }

    /** Hands them over to {@code reader}. */
    Entries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void pair(Mapping mapping, PairState state) {
        PairState durable = state.durable(mapping);
        if (!durable.equals(PairState.unknown(state.id()))) {
            StateForm<PairState> form = pairs.computeIfAbsent(mapping.name(), name -> new PairStateForm(mapping));
            reader.entry(mapping.name(), Kind.COUPLING, state.id(), form.toBytes(durable));
        }
    }

    @Override
    public void record(Mapping mapping, RecordRef ref, RecordState state) {
        RecordState durable = state.durable();
        if (!durable.equals(UNKNOWN)) {
            Side side = ref.side();
            StateForm<RecordState> form =
                    records.computeIfAbsent(mapping.name() + side, name -> new RecordStateForm(mapping, side));
            reader.entry(mapping.name(), Kind.RECORD, ref.text(), form.toBytes(durable));
        }
    }
}
