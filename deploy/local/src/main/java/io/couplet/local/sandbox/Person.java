package io.couplet.local.sandbox;

/**
 * Somebody who works for a company: a contact in the ERP, in the CRM, or in both; never where the company is not.
 *
 * @param main whether this is the person to talk to
 * @param crmMobilePhone mobile phone number in the CRM, which for some is another one
 */
public record Person(
        Ids ids,
        Presence presence,
        Company company,
        boolean main,
        PersonName name,
        String jobTitle,
        String eMail,
        String phone,
        String mobilePhone,
        String crmMobilePhone) {

    boolean isPrimaryContact() {
        return main && company.hasPrimaryContact();
    }
}
