package io.couplet.local.bench;

import io.couplet.contract.Side;

/** Which way edits travel. */
enum Direction {
    ERP_TO_CRM(Side.ERP, Side.CRM, 0),
    CRM_TO_ERP(Side.CRM, Side.ERP, 1);

    private final Side source;
    private final Side target;
    private final int ownField;

    Direction(Side source, Side target, int ownField) {
        this.source = source;
        this.target = target;
        this.ownField = ownField;
    }

    /** Where people edit. */
    Side source() {
        return source;
    }

    /** Where their edits are to arrive. */
    Side target() {
        return target;
    }

    /**
     * The field that is edited this way when edits go both ways at once: each has its own, since it is speed that is
     * measured, not conflicts.
     */
    int ownField() {
        return ownField;
    }

    /** For people. */
    String title() {
        return source + " -> " + target;
    }
}
