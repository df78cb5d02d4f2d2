package io.couplet.local.sandbox;

/**
 * Somebody who works for the wholesale company: a user of the CRM, a salesperson of the ERP, or both.
 *
 * @param login name of the database role, which the first ten have; also the CRM's domain name
 * @param code the salesperson's code in the ERP
 * @param active false for a user who has left
 */
public record Employee(
        Ids ids,
        Presence presence,
        String login,
        String code,
        PersonName name,
        String eMail,
        String mobilePhone,
        String jobTitle,
        boolean active) {}
