package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.CouplingFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each name stood for at any time: each lookup of a name with several meanings gives the one of the present turn. */
final class KnownOnce implements References {
    private final Map<Name, List<Answer>> answers = new HashMap<>();
    private int turn;
    private int turns = 1;

    /**
     * Learns from all couplings, dissolved ones included, and from the commands that tied two records.
     *
     * @param evidence what happened
     */
    KnownOnce(Evidence evidence) {
        Set<List<RecordRef>> pairs = new HashSet<>();
        for (CouplingFact coupling : evidence.recording.couplings()) {
            Member erp = evidence.member(coupling, Side.ERP);
            Member crm = evidence.member(coupling, Side.CRM);
            if (erp != null && crm != null && pairs.add(List.of(erp.row.ref, crm.row.ref))) {
                learn(erp.rules.mapping, erp.row, crm.row.ref);
            }
            learnFormer(coupling, evidence, pairs);
        }
        for (Effect effect : evidence.effects) {
            Rules rules = evidence.rules(effect.command.mapping());
            Row erp = effect.row.side == Side.ERP ? effect.row : effect.source;
            Row crm = effect.row.side == Side.ERP ? effect.source : effect.row;
            if (rules != null && erp != null && crm != null && pairs.add(List.of(erp.ref, crm.ref))) {
                learn(rules.mapping, erp, crm.ref);
            }
        }
    }

    /** Any of the records that a coupling had on one side may have stood for any of those that it had on the other. */
    private void learnFormer(CouplingFact coupling, Evidence evidence, Set<List<RecordRef>> pairs) {
        Rules rules = evidence.rules(coupling.mapping());
        List<RecordRef> all = new ArrayList<>(coupling.former());
        for (Side side : Side.values()) {
            RecordRef present = coupling.ref(side);
            if (present != null) {
                all.add(present);
            }
        }
        for (RecordRef erp : all) {
            for (RecordRef crm : all) {
                boolean counterparts = erp.side() == Side.ERP && crm.side() == Side.CRM;
                if (rules != null && counterparts && pairs.add(List.of(erp, crm))) {
                    learn(rules.mapping, evidence.row(erp), crm);
                }
            }
        }
    }

    /** How many turns there are, at least one. */
    int turns() {
        return turns;
    }

    /** Begins a turn, from 0. */
    void take(int now) {
        turn = now;
    }

    @Override
    public @Nullable Answer lookup(Name name) {
        List<Answer> known = answers.getOrDefault(name, List.of());
        return known.isEmpty() ? null : known.get(turn % known.size());
    }

    private void learn(Mapping mapping, Row erp, RecordRef crm) {
        String field = mapping.end(Side.ERP).businessKey();
        Set<Value> keys = new HashSet<>();
        for (int place = 0; place < erp.size(); place++) {
            Value key = field == null ? Value.BLANK : erp.get(place, field);
            if (keys.add(key)) {
                String businessKey = key.isBlank() ? null : key.toString();
                learn(new Answer(mapping.name(), erp.ref.text(), crm, businessKey, 0));
                learn(new Answer(mapping.name(), crm.text(), erp.ref, businessKey, 0));
                if (field != null && businessKey != null) {
                    String alias = Mapping.alias(erp.ref.company(), erp.ref.entity(), field, key);
                    learn(new Answer(mapping.name(), alias, crm, businessKey, 0));
                }
            }
        }
    }

    private void learn(Answer answer) {
        List<Answer> known = answers.computeIfAbsent(answer.name(), name -> new ArrayList<>(1));
        known.add(answer);
        turns = Math.max(turns, known.size());
    }
}
