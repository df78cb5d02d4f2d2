package io.couplet.local.sandbox;

/**
 * A unit of measure of the ERP, and the CRM's unit group of it.
 *
 * @param code such as PCS
 */
public record SampleUnit(Ids ids, Presence presence, String code, String description) {

    /** What the CRM's unit group is called that has this one unit. */
    String groupName() {
        return "NAV " + code;
    }
}
