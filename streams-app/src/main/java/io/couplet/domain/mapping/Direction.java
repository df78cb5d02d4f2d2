package io.couplet.domain.mapping;

import io.couplet.domain.model.Side;

/** Which way values of a field may go. */
public enum Direction {
    BOTH,
    TO_ERP,
    TO_CRM;

    /** Whether a value may be written to {@code target}. */
    public boolean allows(Side target) {
        return this == BOTH || this == (target == Side.ERP ? TO_ERP : TO_CRM);
    }
}
