package io.couplet.local.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A company that buys from the wholesale company or sells to it: a customer or vendor in the ERP, an account in the CRM, or both.
 *
 * @param phone phone number in the ERP
 * @param crmPhone phone number in the CRM, which for some is another one
 * @param crmHomePage web page in the CRM, null for some although the ERP has one
 * @param contact the person to talk to
 * @param hasPrimaryContact whether that person is entered as the primary contact
 * @param parent the account that the account belongs to
 */
public record Company(
        Ids ids,
        Presence presence,
        String name,
        PersonName contact,
        boolean hasPrimaryContact,
        PostalAddress address,
        String phone,
        String crmPhone,
        String eMail,
        String homePage,
        @Nullable String crmHomePage,
        Employee salesperson,
        SampleCurrency currency,
        BigDecimal creditLimit,
        Terms terms,
        @Nullable Company parent) {}
