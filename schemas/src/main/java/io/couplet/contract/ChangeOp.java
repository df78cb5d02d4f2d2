package io.couplet.contract;

/** What a change envelope reports. */
public enum ChangeOp {
    CREATED,
    UPDATED,
    /** The row was removed; there is no after-image, and the row version is that of the removed row. */
    DELETED,
    /** The row was read by a snapshot. */
    READ,
    /** All rows of the snapshot that belong to this partition have been sent; about no row. */
    SNAPSHOT_END
}
