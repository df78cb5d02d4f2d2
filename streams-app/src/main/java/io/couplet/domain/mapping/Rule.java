package io.couplet.domain.mapping;

import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * One field rule of a mapping: a field of each side and how values go from one to the other.
 *
 * @param index its place among the mapping's rules
 * @param name its name in topics, audit and metrics: {@code <erp field>=<crm field>}
 * @param erp the ERP's field
 * @param crm the CRM's field
 * @param direction which way values may go
 * @param conflict who wins where both sides changed it
 * @param oneWay what an edit on the target of a one-way rule does
 * @param group the group of rules that moves with it, null where it moves alone
 * @param required whether a value that refers to an unknown record parks the pair (else the field waits alone)
 * @param toErp makes the ERP's value
 * @param toCrm makes the CRM's value
 */
public record Rule(
        int index,
        String name,
        String erp,
        String crm,
        Direction direction,
        Policies.Conflict conflict,
        Policies.OneWay oneWay,
        @Nullable String group,
        boolean required,
        Conversion toErp,
        Conversion toCrm) {

    /** The field on one side. */
    public String field(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    /** The conversion towards a side. */
    public Conversion to(Side target) {
        return target == Side.ERP ? toErp : toCrm;
    }

    /**
     * Whether what the target fills in by itself is no difference as long as the source says nothing: the source is followed one way, and either a
     * required reference, which is not written when it is blank, or the target is left alone in any case (decision 0036).
     */
    public boolean mayBeFilledIn() {
        return direction != Direction.BOTH && (required || oneWay == Policies.OneWay.LEAVE);
    }

    /** Whether a value that a side shows says nothing: it is blank, and stands for nothing. */
    public boolean saysNothing(Side side, Value value) {
        return value.isBlank() && !to(side.other()).readsBlank() && !to(side).writesBlank();
    }
}
