package io.couplet.local.sandbox;

/**
 * A unit of measure of the ERP, and the CRM's unit group of it.
 *
 * @param code such as PCS
 */
public record SampleUnit(Ids ids, Presence presence, String code, String description) {

    /** The unit of the same code in another company of the ERP, which has the same group in the CRM. */
    SampleUnit ofAnotherCompany(long seed) {
        Ids its = new Ids(Ids.of(seed, "unit " + code, 0).erp(), ids.crm());
        return new SampleUnit(its, presence, code, description);
    }

    /** What the CRM's unit group is called that has this one unit. */
    String groupName() {
        return "NAV " + code;
    }
}
