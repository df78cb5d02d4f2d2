package io.couplet.local.sandbox;

/** A customer price group of the ERP, and the CRM's price list of it. */
public record SamplePriceGroup(Ids ids, Presence presence, String code, String description) {}
