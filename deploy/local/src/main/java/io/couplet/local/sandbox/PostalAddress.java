package io.couplet.local.sandbox;

/**
 * Where a company is, within the lengths of both systems.
 *
 * @param addition second line, blank for most
 * @param country two-letter code
 */
public record PostalAddress(String street, String addition, String postCode, String city, String country) {}
