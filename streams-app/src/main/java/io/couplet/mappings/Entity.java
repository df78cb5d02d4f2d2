package io.couplet.mappings;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Suggestion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A record type as mappings see it: fields with their types. Immutable. */
final class Entity {
    private final String name;
    private final @Nullable String businessKey;
    private final Map<String, MappableField> fields;
    private final Set<String> bound;
    private final StructType structType;

    private Entity(String name, @Nullable String businessKey, Map<String, MappableField> fields, Set<String> bound) {
        this.name = name;
        this.businessKey = businessKey;
        this.fields = Map.copyOf(fields);
        this.bound = Set.copyOf(bound);
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(
                Maps.transformValues(fields, field -> field.kind().celType()));
        this.structType = StructType.create(
                name.replace('/', '.'), types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    /** The entity that a schema describes, of whose fields these have columns. */
    static Entity of(EntitySchema schema, Set<String> bound) {
        Map<String, MappableField> fields = new HashMap<>();
        schema.fields().values().forEach(field -> fields.put(field.name(), field(field, schema)));
        List<String> alternateKeys = schema.alternateKeys();
        return new Entity(schema.entity(), alternateKeys.isEmpty() ? null : alternateKeys.get(0), fields, bound);
    }

    /** The same entity, whose records come from no table. */
    Entity withoutTable() {
        return new Entity(name, businessKey, fields, fields.keySet());
    }

    /** The settings as the fields of one record. */
    static Entity ofSettings(String name, Collection<Setting> settings) {
        Map<String, MappableField> fields = new HashMap<>();
        settings.forEach(setting -> fields.put(
                setting.name().text(),
                new MappableField(
                        setting.name().text(),
                        setting.kind(),
                        FieldLimits.NONE,
                        Optional.of("a setting"),
                        List.of(),
                        Optional.empty())));
        return new Entity(name, null, fields, fields.keySet());
    }

    private static MappableField field(EntityField field, EntitySchema schema) {
        Schema.Field avro = schema.schema().getField(field.name());
        boolean computed = avro != null && Boolean.TRUE.equals(avro.getObjectProp("computed"));
        Optional<String> readOnly = field.name().equals(schema.key())
                ? Optional.of("the record's id")
                : computed ? Optional.of("filled by the system itself") : Optional.empty();
        return new MappableField(
                field.name(),
                FieldKind.of(field.type()),
                FieldLimits.of(field, avro),
                readOnly,
                field.references(),
                Optional.ofNullable(avro == null ? null : avro.getProp("rows")));
    }

    /** Such as {@code erp/customer}. */
    String name() {
        return name;
    }

    /** The field by which other records of the system refer to this one, null where it has no alternate key. */
    @Nullable
    String businessKey() {
        return businessKey;
    }

    Optional<MappableField> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The field that a word names, or nothing after reporting that there is none such. */
    Optional<MappableField> find(Word word, Faults faults) {
        Optional<MappableField> field = find(word.text());
        if (field.isEmpty()) {
            faults.add(
                    word.place(),
                    name + " has no field '" + word.text() + "'",
                    Suggestion.forWord(word.text(), fieldNames()));
        } else if (!bound.contains(word.text())) {
            faults.add(
                    word.place(),
                    "no column is bound to the field '" + word.text() + "' of " + name,
                    "bind it in a file of the folder 'bindings'");
        }
        return field;
    }

    List<String> fieldNames() {
        return fields.keySet().stream().sorted().toList();
    }

    /** The record's type in expressions. */
    StructType structType() {
        return structType;
    }
}
