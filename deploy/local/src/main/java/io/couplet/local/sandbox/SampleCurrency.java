package io.couplet.local.sandbox;

import java.math.BigDecimal;

/**
 * A currency of the sample data.
 *
 * @param code ISO 4217
 * @param factor units of it for one euro, which is the local and the base currency
 * @param decimals of an amount
 */
public record SampleCurrency(
        Ids ids, Presence presence, String code, String description, String symbol, BigDecimal factor, int decimals) {}
