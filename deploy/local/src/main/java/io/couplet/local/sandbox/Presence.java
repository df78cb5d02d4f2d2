package io.couplet.local.sandbox;

/** In which systems a sample record stands before anything is synchronized. */
public enum Presence {
    /** In both, to be matched. */
    BOTH,
    /** In the ERP alone, to be created in the CRM. */
    ERP_ONLY,
    /** In the CRM alone, to be created in the ERP. */
    CRM_ONLY;

    /** Whether the record stands in the ERP. */
    public boolean inErp() {
        return this != CRM_ONLY;
    }

    /** Whether the record stands in the CRM. */
    public boolean inCrm() {
        return this != ERP_ONLY;
    }
}
