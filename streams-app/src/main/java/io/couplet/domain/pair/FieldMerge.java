package io.couplet.domain.pair;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge of one field.
 *
 * @param rule the field's rule
 * @param erp the ERP's part in it
 * @param crm the CRM's part in it
 * @param preferred who wins a tie in time
 * @param references what is known of other records
 */
record FieldMerge(Rule rule, Part erp, Part crm, Side preferred, References references) {

    private static final FieldDecision NOTHING = new FieldDecision.Nothing();
    private static final FieldDecision AGREE = new FieldDecision.Agree();
    private static final FieldDecision LEAVE = new FieldDecision.Leave();

    /**
     * One side's part.
     *
     * @param now the value now
     * @param base the value at the last agreement, null where there was none
     * @param since when this side first showed the value
     */
    record Part(Value now, @Nullable Value base, Instant since) {
        boolean changed() {
            return !now.equals(base);
        }
    }

    FieldDecision decide() {
        if (!erp.changed() && !crm.changed()) {
            return NOTHING;
        }
        if (equalAfterConversion(Side.CRM) || equalAfterConversion(Side.ERP)) {
            return AGREE;
        }
        if (rule.direction() != Direction.BOTH) {
            return oneWay(rule.direction() == Direction.TO_CRM ? Side.ERP : Side.CRM);
        }
        if (!crm.changed()) {
            return write(Side.ERP, null);
        }
        if (!erp.changed()) {
            return write(Side.CRM, null);
        }
        return conflict();
    }

    private FieldDecision oneWay(Side source) {
        boolean firstContact = erp.base == null;
        if (part(source).changed() && !(firstContact && part(source).now.isBlank())) {
            boolean overwrites = !firstContact && part(source.other()).changed();
            return write(source, overwrites ? "one-way" : null);
        }
        boolean enforced = rule.oneWay() == OneWay.ENFORCE && !firstContact;
        return enforced ? write(source, "one-way") : LEAVE;
    }

    private FieldDecision conflict() {
        if (erp.base == null && (erp.now.isBlank() || crm.now.isBlank())) {
            return write(erp.now.isBlank() ? Side.CRM : Side.ERP, null);
        }
        Conflict policy = rule.conflict();
        return switch (policy) {
            case ASK -> new FieldDecision.Question(rule);
            case ERP_WINS -> write(Side.ERP, policy.word());
            case CRM_WINS -> write(Side.CRM, policy.word());
            case LATEST_WINS -> write(latest(), policy.word());
        };
    }

    private Side latest() {
        int order = erp.since.compareTo(crm.since);
        return order == 0 ? preferred : order > 0 ? Side.ERP : Side.CRM;
    }

    /** The winner's value goes to the other side; {@code policy} names the rule by which a user's value loses, null where none does. */
    private FieldDecision write(Side winner, @Nullable String policy) {
        Side target = winner.other();
        Value value = part(winner).now;
        Converted converted = rule.to(target).convert(value, references);
        if (converted instanceof Converted.Unresolved missing) {
            return new FieldDecision.Wait(missing.mapping(), missing.about(), rule.required());
        }
        if (!(converted instanceof Converted.To to) || (to.value().isBlank() && rule.required())) {
            return LEAVE;
        }
        Loser loser = policy == null ? null : new Loser(rule.name(), target, part(target).now, value, policy);
        return new FieldDecision.Write(rule, target, to.value(), value, loser);
    }

    /** Whether the value, converted towards {@code target}, is what the target has already (H5). */
    private boolean equalAfterConversion(Side target) {
        return rule.direction().allows(target)
                && rule.to(target).convert(part(target.other()).now, references) instanceof Converted.To to
                && to.value().equals(part(target).now);
    }

    private Part part(Side side) {
        return side == Side.ERP ? erp : crm;
    }
}
