package io.couplet.processor;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.PairStateForm;
import io.couplet.wire.RecordStateForm;
import io.couplet.wire.StateForm;
import java.util.HashMap;
import java.util.Map;

/** The forms of the states that depend on a mapping. Used by one processor instance. */
final class Forms {
    private final Map<String, StateForm<PairState>> pairs = new HashMap<>();
    private final Map<String, StateForm<RecordState>> erp = new HashMap<>();
    private final Map<String, StateForm<RecordState>> crm = new HashMap<>();

    StateForm<PairState> pair(Mapping mapping) {
        return pairs.computeIfAbsent(mapping.name(), name -> new PairStateForm(mapping));
    }

    StateForm<RecordState> record(Mapping mapping, Side side) {
        return (side == Side.ERP ? erp : crm)
                .computeIfAbsent(mapping.name(), name -> new RecordStateForm(mapping, side));
    }
}
