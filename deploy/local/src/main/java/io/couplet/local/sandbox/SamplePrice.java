package io.couplet.local.sandbox;

import java.math.BigDecimal;

/**
 * What an item costs the customers of a price group. Stands in the ERP alone: there is nothing to match it by.
 *
 * @param item stands in the ERP
 * @param group code of the price group
 * @param amount in local currency
 */
public record SamplePrice(SampleProduct item, String group, BigDecimal amount) {}
