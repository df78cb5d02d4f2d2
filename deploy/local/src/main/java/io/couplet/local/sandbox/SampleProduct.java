package io.couplet.local.sandbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the wholesale company sells: an item or a resource in the ERP, a product in the CRM, or both.
 *
 * @param number the same in both systems; what stands in the CRM alone gets another one in the ERP
 * @param unit stands in the CRM if the product does
 * @param inventory how many are in stock, or to be had of a resource; below zero for some
 * @param blocked not sold any more: retired in the CRM
 * @param vendor from whom it is bought, who stands in the ERP; null for some
 */
public record SampleProduct(
        Ids ids,
        Presence presence,
        String number,
        String name,
        SampleUnit unit,
        BigDecimal price,
        BigDecimal cost,
        BigDecimal weight,
        int inventory,
        boolean blocked,
        @Nullable Company vendor) {}
