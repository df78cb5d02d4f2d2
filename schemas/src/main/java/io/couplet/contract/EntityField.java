package io.couplet.contract;

import java.util.List;
import java.util.OptionalInt;

/**
 * One field of an entity. Immutable.
 *
 * @param name the system's own name of the field
 * @param type what its values are
 * @param maxLength the longest text that the system takes, in characters
 * @param code whether the system upper-cases its texts
 * @param options the only numbers that the system takes; empty where it takes any, or where users may add options
 * @param references the entity ({@code erp/salesperson}) that a value names: in the ERP by that entity's alternate key, in
 *     the CRM by its id. Of a field of the ERP there may be several: its values then say which ({@code customer/10000}). Empty where it names none
 * @param doc what it means
 */
public record EntityField(
        String name,
        FieldType type,
        OptionalInt maxLength,
        boolean code,
        List<Integer> options,
        List<String> references,
        String doc) {

    /** Copies the lists. */
    public EntityField {
        options = List.copyOf(options);
        references = List.copyOf(references);
    }
}
