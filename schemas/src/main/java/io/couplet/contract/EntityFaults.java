package io.couplet.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads many entity schemas and collects their faults, so that they are reported together. Used by one thread. */
final class EntityFaults {

    private final List<FileFault> faults = new ArrayList<>();
    private final Map<String, EntitySchemaReader> readers = new HashMap<>();

    /** The entities of the files by name, shipped ones with further fields; two files for one entity are a fault. */
    Map<String, EntitySchema> read(List<SchemaFile> files, Map<String, EntitySchema> shipped) {
        Map<String, EntitySchema> entities = new TreeMap<>();
        for (SchemaFile file : files) {
            try {
                EntitySchemaReader reader = new EntitySchemaReader(file);
                EntitySchema entity = reader.read(shipped);
                if (entities.put(entity.entity(), entity) != null) {
                    faults.add(JsonPlaces.of(file.origin(), file.text())
                            .fault(
                                    "/entity",
                                    "there is another file for " + entity.entity(),
                                    "put all its fields into one"));
                }
                readers.put(entity.entity(), reader);
            } catch (FaultyEntitySchemas e) {
                faults.addAll(e.list());
            }
        }
        return entities;
    }

    void checkReferences(EntitySchema entity, Set<String> known) {
        @Nullable EntitySchemaReader reader = readers.get(entity.entity());
        if (reader == null) {
            return;
        }
        for (EntityField field : entity.fields().values()) {
            field.references().stream()
                    .filter(target -> !known.contains(target))
                    .forEach(target -> faults.add(reader.faultOf(
                            field.name(),
                            "reference",
                            "field '" + field.name() + "' refers to " + target + ", which is no entity",
                            Suggestion.forWord(target, known.stream().sorted().toList()))));
        }
    }

    /** What was found so far. */
    List<FileFault> list() {
        return List.copyOf(faults);
    }
}
