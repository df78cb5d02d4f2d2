package io.couplet.domain.pair;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field in a three-way merge.
 *
 * @param rule the field's rule
 * @param erp the ERP's part in it
 * @param crm the CRM's part in it
 * @param references what is known of other records
 */
record FieldMerge(Rule rule, Part erp, Part crm, References references) {

    /** The policy by which a person decided; whatever it overwrites is written down. */
    static final String RESOLVED = "resolved";

    /** The policy by which a value is overwritten that differed on purpose until the other side's changed. */
    static final String DRIFT = "drift";

    private static final FieldDecision LEAVE_ERP = new FieldDecision.Leave(Side.ERP);
    private static final FieldDecision LEAVE_CRM = new FieldDecision.Leave(Side.CRM);

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

    Part part(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    /** Whether the sides never agreed on this field before. */
    boolean firstContact() {
        return erp.base == null;
    }

    /** Whether what both sides show is the same thing already, so that nothing need be written (H5). */
    boolean agrees() {
        return equalAfterConversion(Side.CRM) || equalAfterConversion(Side.ERP);
    }

    /** Whether the source is blank, as when both agreed: what the target may have filled in is no difference (decision 0036). */
    boolean sourceSaysNothing() {
        if (!rule.mayBeFilledIn()) {
            return false;
        }
        Side from = rule.direction() == Direction.TO_CRM ? Side.ERP : Side.CRM;
        return saysNothing(from) && !part(from).changed();
    }

    /** Whether what a side shows says nothing. */
    boolean saysNothing(Side side) {
        return rule.saysNothing(side, part(side).now);
    }

    private boolean equalAfterConversion(Side target) {
        return rule.direction().allows(target)
                && rule.to(target).convert(part(target.other()).now, references) instanceof Converted.To to
                && to.value().equals(part(target).now);
    }

    /** The winner's value goes to the other side; {@code policy} names the rule by which a user's value loses, null where none does. */
    FieldDecision take(Side winner, @Nullable String policy) {
        Side target = winner.other();
        Value value = part(winner).now;
        Converted converted = rule.to(target).convert(value, references);
        if (converted instanceof Converted.Unresolved missing) {
            return new FieldDecision.Wait(missing.names(), rule.required());
        }
        if (!(converted instanceof Converted.To to) || (rule.required() && rule.saysNothing(target, to.value()))) {
            return leave(strayed(target) ? target : winner);
        }
        Loser loser = null;
        if (policy != null && (ownWay(target) || policy.equals(RESOLVED))) {
            loser = new Loser(rule.name(), target, part(target).now, value, policy);
        }
        return new FieldDecision.Write(rule, target, to.value(), value, loser);
    }

    /** Whether a side shows something of its own, which must be written down when it is overwritten. */
    boolean ownWay(Side target) {
        return part(target).changed() || filledIn(target);
    }

    /** Whether a side shows what somebody filled in there while the other one, which it follows, said nothing: it was agreed on unseen. */
    private boolean filledIn(Side target) {
        Value said = part(target.other()).base;
        return rule.mayBeFilledIn()
                && said != null
                && rule.saysNothing(target.other(), said)
                && !part(target).now.isBlank();
    }

    /** Whether a side was edited that only follows the other one: that edit must be written down when it is overwritten after all. */
    private boolean strayed(Side target) {
        return rule.direction() != Direction.BOTH
                && !firstContact()
                && part(target).changed();
    }

    /** They differ on purpose; {@code astray} is the side that went its own way. */
    static FieldDecision leave(Side astray) {
        return astray == Side.ERP ? LEAVE_ERP : LEAVE_CRM;
    }
}
