package io.couplet.benchmarks;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Customers, and accounts that agree with them. */
final class SampleRows {
    /** Every name stands for the same two records: who they are makes no difference to the work of a decision. */
    static final References REFERENCES =
            name -> new Answer(name.mapping(), name.text(), RecordRef.crm("any", "5e11e500"), "JO", 1);

    /** Codes that have an option in the CRM. */
    private static final Map<String, String> OPTIONS =
            Map.of("paymentTermsCode", "30 DAYS", "shipmentMethodCode", "FOB", "shippingAgentCode", "DHL");

    private static final Set<String> EDITED = Set.of("name", "phoneNo");

    private SampleRows() {}

    /** One side's row of a pair, with what its filter reads. */
    static Map<String, Value> row(Mapping mapping, Side side, int number, boolean edited) {
        Map<String, Value> row = new HashMap<>();
        if (side == Side.ERP) {
            row.put("blocked", Value.whole(0));
        } else {
            row.put("customertypecode", Value.whole(3));
            row.put("statecode", Value.whole(0));
        }
        for (Rule rule : mapping.rules()) {
            Value onErp = onErp(rule, number, edited);
            row.put(rule.field(side), side == Side.ERP ? onErp : onCrm(rule, onErp));
        }
        return row;
    }

    private static Value onErp(Rule rule, int number, boolean edited) {
        if (rule.erp().equals("creditLimitLcy")) {
            return Value.number(BigDecimal.valueOf(50_000L + number));
        }
        String option = OPTIONS.get(rule.erp());
        if (option != null) {
            return Value.text(option);
        }
        String text = rule.erp() + "-" + number + (edited && EDITED.contains(rule.erp()) ? "-EDITED" : "");
        return Value.text(text.toUpperCase(Locale.ROOT));
    }

    private static Value onCrm(Rule rule, Value onErp) {
        if (rule.toCrm().convert(onErp, REFERENCES) instanceof Converted.To to) {
            return to.value();
        }
        throw new IllegalStateException("no value for " + rule.name());
    }
}
