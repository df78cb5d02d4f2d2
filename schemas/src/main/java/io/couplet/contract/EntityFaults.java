package io.couplet.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the faults of many entity schemas, so that they are reported together. Used by one thread. */
final class EntityFaults {

    private final List<String> faults = new ArrayList<>();

    /** The entities of the files by name; two files for one entity are a fault. */
    Map<String, EntitySchema> distinct(List<SchemaFile> files) {
        Map<String, EntitySchema> entities = new TreeMap<>();
        for (SchemaFile file : files) {
            try {
                EntitySchema entity = EntitySchema.parse(file.origin(), file.text());
                if (entities.put(entity.entity(), entity) != null) {
                    faults.add(file.origin() + ": a second file for entity " + entity.entity());
                }
            } catch (FaultyEntitySchemas e) {
                faults.addAll(e.faults());
            }
        }
        return entities;
    }

    void checkReferences(EntitySchema entity, Set<String> known) {
        for (EntityField field : entity.fields().values()) {
            field.reference()
                    .filter(target -> !known.contains(target))
                    .ifPresent(target -> faults.add(entity.entity() + ": field " + field.name() + " refers to " + target
                            + ", which is no entity"));
        }
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FaultyEntitySchemas(faults);
        }
    }
}
