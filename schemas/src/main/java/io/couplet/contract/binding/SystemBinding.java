package io.couplet.contract.binding;

import java.util.List;

/**
 * Where the entities of one system are stored.
 *
 * @param system {@code erp} or {@code crm}
 * @param schema database schema of its tables
 * @param blank how it stores blank values
 * @param entities in the order of the file
 */
public record SystemBinding(String system, String schema, Blank blank, List<EntityBinding> entities) {

    /** Copies the entities. */
    public SystemBinding {
        entities = List.copyOf(entities);
    }
}
