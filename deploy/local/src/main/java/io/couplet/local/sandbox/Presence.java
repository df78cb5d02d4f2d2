package io.couplet.local.sandbox;

/** In which systems a sample record stands before anything is synchronized. */
public enum Presence {
    /** In both, to be matched. */
    BOTH,
    /** In the ERP alone, to be created in the CRM. */
    ERP_ONLY,
    /** In the CRM alone, to be created in the ERP. */
    CRM_ONLY;

    private static final int CYCLE = 20;
    private static final int IN_BOTH = 12;
    private static final int IN_ERP = 17;

    /** Where the record with that number stands: of twenty, twelve in both, five in the ERP alone and three in the CRM alone. */
    static Presence ofTwenty(int index) {
        int place = index % CYCLE;
        if (place < IN_BOTH) {
            return BOTH;
        }
        return place < IN_ERP ? ERP_ONLY : CRM_ONLY;
    }

    /** Whether the record stands in the ERP. */
    public boolean inErp() {
        return this != CRM_ONLY;
    }

    /** Whether the record stands in the CRM. */
    public boolean inCrm() {
        return this != ERP_ONLY;
    }
}
