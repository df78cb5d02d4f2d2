package io.couplet.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads one entity schema and collects everything that is wrong with it. Used once, by one thread. */
final class EntitySchemaReader {

    private static final Pattern ENTITY = Pattern.compile("(erp|crm)/([a-z][a-z0-9_]*)");

    private final String origin;
    private final List<String> faults = new ArrayList<>();

    EntitySchemaReader(String origin) {
        this.origin = origin;
    }

    EntitySchema read(String avsc) {
        Schema schema = parse(avsc);
        Matcher entity = ENTITY.matcher(text(schema, "entity"));
        if (!entity.matches()) {
            fault("property \"entity\" must be erp/<name> or crm/<name> in lower case");
        }
        Map<String, EntityField> fields = fields(schema);
        String key = text(schema, "key");
        mustBeText("key", key, fields);
        List<String> alternateKeys = alternateKeys(schema);
        alternateKeys.forEach(alternate -> mustBeText("alternateKeys", alternate, fields));
        if (!faults.isEmpty()) {
            throw new FaultyEntitySchemas(faults);
        }
        Side side = Systems.named(entity.group(1)).orElseThrow();
        return new EntitySchema(schema, side, entity.group(2), key, alternateKeys, fields);
    }

    private Schema parse(String avsc) {
        try {
            Schema schema = new Schema.Parser().parse(avsc);
            if (schema.getType() != Schema.Type.RECORD) {
                throw new FaultyEntitySchemas(List.of(origin + ": must be an Avro record"));
            }
            return schema;
        } catch (AvroRuntimeException e) {
            throw new FaultyEntitySchemas(List.of(origin + ": not an Avro schema: " + e.getMessage()));
        }
    }

    private Map<String, EntityField> fields(Schema schema) {
        Map<String, EntityField> fields = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            field(field).ifPresent(read -> fields.put(read.name(), read));
        }
        return fields;
    }

    private Optional<EntityField> field(Schema.Field field) {
        Optional<FieldType> type = type(field);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt maxLength = maxLength(field, type.get());
        boolean code = Boolean.TRUE.equals(field.getObjectProp("code"));
        if (code && type.get() != FieldType.STRING) {
            fault("field " + field.name() + ": only a text can be a code");
        }
        List<Integer> options = options(field, type.get());
        Optional<String> reference = Optional.ofNullable(field.getProp("reference"));
        String doc = field.doc() == null ? "" : field.doc();
        return Optional.of(new EntityField(field.name(), type.get(), maxLength, code, options, reference, doc));
    }

    private Optional<FieldType> type(Schema.Field field) {
        Schema schema = field.schema();
        boolean nullable = schema.isUnion()
                && schema.getTypes().size() == 2
                && schema.getTypes().get(0).getType() == Schema.Type.NULL;
        // Only so can a field be added or removed without breaking those who read older or newer records.
        if (!nullable || !field.hasDefaultValue()) {
            fault("field " + field.name() + ": must be [\"null\", type] with \"default\": null");
            return Optional.empty();
        }
        Optional<FieldType> type = FieldType.of(schema.getTypes().get(1));
        if (type.isEmpty()) {
            fault("field " + field.name() + ": must be string, boolean, int, long, decimal, timestamp-micros or date");
        }
        return type;
    }

    private OptionalInt maxLength(Schema.Field field, FieldType type) {
        Object value = field.getObjectProp("maxLength");
        if (value == null) {
            return OptionalInt.empty();
        }
        if (type == FieldType.STRING && value instanceof Integer length && length > 0) {
            return OptionalInt.of(length);
        }
        fault("field " + field.name() + ": maxLength must be a positive number, and only a text can have it");
        return OptionalInt.empty();
    }

    private List<Integer> options(Schema.Field field, FieldType type) {
        Object value = field.getObjectProp("options");
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Integer.class::isInstance)
                && type == FieldType.INT) {
            return list.stream().map(Integer.class::cast).toList();
        }
        fault("field " + field.name() + ": options must be a list of whole numbers, and only an int can have them");
        return List.of();
    }

    private List<String> alternateKeys(Schema schema) {
        List<String> keys = new ArrayList<>();
        Object value = schema.getObjectProp("alternateKeys");
        if (value instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        } else if (value != null) {
            fault("property \"alternateKeys\" must be a list of field names");
        }
        return keys;
    }

    private void mustBeText(String property, String name, Map<String, EntityField> fields) {
        EntityField field = fields.get(name);
        if (field == null || field.type() != FieldType.STRING) {
            fault("property \"" + property + "\" names \"" + name + "\", which is not a text field of this record");
        }
    }

    private static String text(Schema schema, String property) {
        @Nullable String value = schema.getProp(property);
        return value == null ? "" : value;
    }

    private void fault(String what) {
        faults.add(origin + ": " + what);
    }
}
