package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each name stands for at the end, by the live couplings whose records are both there. */
final class Known implements References {
    private final Map<String, Map<String, Answer>> answers = new HashMap<>();

    Known(Evidence evidence) {
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
    public @Nullable Answer lookup(String mapping, String about) {
        Map<String, Answer> of = answers.get(mapping);
        return of == null ? null : of.get(about);
    }

    private void learn(Mapping mapping, Row erp, RecordRef crm) {
        String field = mapping.end(Side.ERP).businessKey();
        Value key = field == null ? Value.BLANK : erp.get(erp.last(), field);
        String businessKey = key.isBlank() ? null : key.toString();
        long version = erp.version(erp.last()).row();
        learn(new Answer(mapping.name(), erp.ref.text(), crm, businessKey, version));
        learn(new Answer(mapping.name(), crm.text(), erp.ref, businessKey, version));
        if (field != null && businessKey != null) {
            String alias = Mapping.alias(erp.ref.company(), erp.ref.entity(), field, key);
            learn(new Answer(mapping.name(), alias, crm, businessKey, version));
        }
    }

    /** Of several records with one code the one that got it last holds it. */
    private void learn(Answer answer) {
        answers.computeIfAbsent(answer.mapping(), mapping -> new HashMap<>())
                .merge(answer.about(), answer, (one, other) -> one.version() > other.version() ? one : other);
    }
}
