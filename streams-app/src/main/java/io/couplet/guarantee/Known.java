package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each name stands for at the end, by the live couplings whose records are both there. A code names the record that got it last; where
 * that one is not coupled, the code is not known, whoever else has it.
 */
final class Known implements References {
    private final Map<Name, Answer> answers = new HashMap<>();
    private final Map<String, Row> holders = new HashMap<>();

    Known(Evidence evidence) {
        evidence.rows().forEach(this::findHolders);
        for (CouplingFact coupling : evidence.recording.couplings()) {
            Member erp = evidence.member(coupling, Side.ERP);
            Member crm = evidence.member(coupling, Side.CRM);
            boolean complete = erp != null && erp.row.alive() && crm != null && crm.row.alive();
            if (erp != null && crm != null && complete && coupling.standing() != Standing.DISSOLVED) {
                learn(erp.rules.mapping, erp.row, crm.row.ref);
            }
        }
    }

    @Override
    public @Nullable Answer lookup(Name name) {
        return answers.get(name);
    }

    private void findHolders(Row row) {
        for (Member member : row.members()) {
            String field = member.rules.mapping.end(row.side).businessKey();
            for (int place = 0; field != null && place < row.size(); place++) {
                Value key = row.get(place, field);
                boolean begins = place == 0 || row.deleted(place - 1) || !key.equals(row.get(place - 1, field));
                if (begins && !key.isBlank()) {
                    holders.merge(alias(row, field, key), row, (one, other) -> later(one, other, field, key));
                }
            }
        }
    }

    private static Row later(Row one, Row other, String field, Value key) {
        return gotIt(one, field, key) > gotIt(other, field, key) ? one : other;
    }

    /** The row version with which a row got the code for the last time. */
    private static long gotIt(Row row, String field, Value key) {
        long version = 0;
        for (int place = 0; place < row.size(); place++) {
            boolean has = row.get(place, field).equals(key);
            boolean had = place > 0
                    && !row.deleted(place - 1)
                    && row.get(place - 1, field).equals(key);
            version = has && !had ? row.version(place).row() : version;
        }
        return version;
    }

    private void learn(Mapping mapping, Row erp, RecordRef crm) {
        String field = mapping.end(Side.ERP).businessKey();
        Value key = field == null ? Value.BLANK : erp.get(erp.last(), field);
        String businessKey = key.isBlank() ? null : key.toString();
        learn(new Answer(mapping.name(), erp.ref.text(), crm, businessKey, 0));
        learn(new Answer(mapping.name(), crm.text(), erp.ref, businessKey, 0));
        if (field != null && businessKey != null && holders.get(alias(erp, field, key)) == erp) {
            learn(new Answer(mapping.name(), alias(erp, field, key), crm, businessKey, 0));
        }
    }

    private void learn(Answer answer) {
        answers.put(answer.name(), answer);
    }

    private static String alias(Row erp, String field, Value key) {
        return Mapping.alias(erp.ref.company(), erp.ref.entity(), field, key);
    }
}
