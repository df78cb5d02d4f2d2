package io.couplet.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * An entity: one record type of one system, as described by its Avro file. Immutable.
 *
 * @param schema the Avro record of its fields
 * @param side the system it belongs to
 * @param name its name within the system: {@code customer}
 * @param key the field that holds a record's id
 * @param alternateKeys fields that also name a record of its own, each by itself
 * @param fields by name, in the order of the file
 */
public record EntitySchema(
        Schema schema,
        Side side,
        String name,
        String key,
        List<String> alternateKeys,
        Map<String, EntityField> fields) {

    public EntitySchema {
        alternateKeys = List.copyOf(alternateKeys);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads the text of an Avro file.
     *
     * @param origin where the text comes from, for messages
     * @throws FaultyEntitySchemas with every fault of the text
     */
    public static EntitySchema parse(String origin, String avsc) {
        return new EntitySchemaReader(new SchemaFile(origin, avsc)).read(Map.of());
    }

    /** System and name: {@code erp/customer}. */
    public String entity() {
        return system() + "/" + name;
    }

    /** The system's name: {@code erp} or {@code crm}. */
    public String system() {
        return Systems.name(side);
    }

    /** The field of that name, if there is one. */
    public Optional<EntityField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }
}
