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

    private static final Pattern ENTITY = Pattern.compile("(erp|crm)/([a-z][A-Za-z0-9_]*)");
    private static final List<String> RECORD_PROPERTIES = List.of("entity", "key", "alternateKeys");
    private static final List<String> FIELD_PROPERTIES =
            List.of("maxLength", "code", "options", "reference", "computed", "rows");

    private final SchemaFile file;
    private final JsonPlaces places;
    private final List<FileFault> faults = new ArrayList<>();

    EntitySchemaReader(SchemaFile file) {
        this.file = file;
        this.places = JsonPlaces.of(file.origin(), file.text());
    }

    /** The entity, or the shipped one of its name with further fields; throws {@link FaultyEntitySchemas}. */
    EntitySchema read(Map<String, EntitySchema> shipped) {
        Schema schema = parse();
        String name = text(schema, "entity");
        Matcher entity = ENTITY.matcher(name);
        if (!entity.matches()) {
            fault(
                    "/entity",
                    "'" + name + "' is no name of an entity",
                    "write \"entity\": \"erp/<name>\" or \"crm/<name>\"");
        }
        unknownProperties("", schema.getObjectProps().keySet(), RECORD_PROPERTIES);
        Map<String, EntityField> fields = fields(schema);
        @Nullable EntitySchema extended = shipped.get(name);
        EntitySchema read = extended == null ? whole(schema, entity, fields) : extended(schema, extended, fields);
        throwIfAny();
        return read;
    }

    private EntitySchema whole(Schema schema, Matcher entity, Map<String, EntityField> fields) {
        String key = text(schema, "key");
        mustBeText("key", key, fields);
        List<String> alternateKeys = alternateKeys(schema);
        alternateKeys.forEach(alternate -> mustBeText("alternateKeys", alternate, fields));
        throwIfAny();
        Side side = Systems.named(entity.group(1)).orElseThrow();
        return new EntitySchema(schema, side, entity.group(2), key, alternateKeys, fields);
    }

    private EntitySchema extended(Schema schema, EntitySchema shipped, Map<String, EntityField> further) {
        List.of("key", "alternateKeys").stream()
                .filter(property -> schema.getObjectProp(property) != null)
                .forEach(property -> fault(
                        "/" + property, shipped.entity() + " has its \"" + property + "\" already", "leave it out"));
        further.keySet().stream()
                .filter(shipped.fields()::containsKey)
                .forEach(name -> fault(
                        pointer(schema.getField(name)) + "/name",
                        shipped.entity() + " has a field '" + name + "' already",
                        "give further fields only, under names of their own"));
        throwIfAny();
        Map<String, EntityField> all = new LinkedHashMap<>(shipped.fields());
        all.putAll(further);
        List<Schema.Field> fields = new ArrayList<>();
        shipped.schema().getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema before = shipped.schema();
        Schema record = Schema.createRecord(before.getName(), before.getDoc(), before.getNamespace(), false, fields);
        before.getObjectProps().forEach(record::addProp);
        return new EntitySchema(record, shipped.side(), shipped.name(), shipped.key(), shipped.alternateKeys(), all);
    }

    /** A fault of a field of this file. */
    FileFault faultOf(String field, String property, String what, String remedy) {
        Schema.@Nullable Field avro = parse().getField(field);
        return places.fault(avro == null ? "" : pointer(avro) + "/" + property, what, remedy);
    }

    private Schema parse() {
        try {
            Schema schema = new Schema.Parser().parse(file.text());
            if (schema.getType() != Schema.Type.RECORD) {
                fault("", "this is no Avro record", "begin with {\"type\": \"record\", \"name\": ...");
            }
            throwIfAny();
            return schema;
        } catch (AvroRuntimeException e) {
            faults.add(AvroComplaint.of(file, places, e));
            throw new FaultyEntitySchemas(faults);
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
        unknownProperties(pointer(field), field.getObjectProps().keySet(), FIELD_PROPERTIES);
        Optional<FieldType> type = type(field);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt maxLength = maxLength(field, type.get());
        boolean code = Boolean.TRUE.equals(field.getObjectProp("code"));
        if (code && type.get() != FieldType.STRING) {
            fault(field, "code", "only a text can be a code", "leave \"code\" out");
        }
        List<Integer> options = options(field, type.get());
        List<String> references = references(field);
        String doc = field.doc() == null ? "" : field.doc();
        return Optional.of(new EntityField(field.name(), type.get(), maxLength, code, options, references, doc));
    }

    private Optional<FieldType> type(Schema.Field field) {
        Schema schema = field.schema();
        boolean nullable = schema.isUnion()
                && schema.getTypes().size() == 2
                && schema.getTypes().get(0).getType() == Schema.Type.NULL;
        // Only so can a field be added or removed without breaking those who read older or newer records.
        if (!nullable || !field.hasDefaultValue()) {
            fault(
                    field,
                    "type",
                    "a field must be able to be blank",
                    "write \"type\": [\"null\", <type>], \"default\": null");
            return Optional.empty();
        }
        Optional<FieldType> type = FieldType.of(schema.getTypes().get(1));
        if (type.isEmpty()) {
            fault(
                    field,
                    "type",
                    "entities have no " + schema.getTypes().get(1),
                    "use string, boolean, int, long, decimal, timestamp-micros or date");
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
        fault(
                field,
                "maxLength",
                "\"maxLength\" cannot be " + value,
                "give a text a positive whole number, others none");
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
        fault(field, "options", "\"options\" cannot be " + value, "give an int a list of whole numbers, others none");
        return List.of();
    }

    private List<String> references(Schema.Field field) {
        Object value = field.getObjectProp("reference");
        if (value == null) {
            return List.of();
        } else if (value instanceof String entity) {
            return List.of(entity);
        }
        List<String> entities = value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
        if (value instanceof List<?> list
                && list.size() > 1
                && entities.size() == list.size()
                && entities.stream().allMatch(entity -> entity.startsWith("erp/"))) {
            return entities;
        }
        fault(
                field,
                "reference",
                "\"reference\" cannot be " + value,
                "name one entity, or give a list of several of the ERP, whose values say which: customer/10000");
        return List.of();
    }

    private List<String> alternateKeys(Schema schema) {
        List<String> keys = new ArrayList<>();
        Object value = schema.getObjectProp("alternateKeys");
        if (value instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        } else if (value != null) {
            fault("/alternateKeys", "\"alternateKeys\" cannot be " + value, "give a list of field names");
        }
        return keys;
    }

    private void mustBeText(String property, String name, Map<String, EntityField> fields) {
        EntityField field = fields.get(name);
        if (field == null || field.type() != FieldType.STRING) {
            List<String> texts = fields.values().stream()
                    .filter(each -> each.type() == FieldType.STRING)
                    .map(EntityField::name)
                    .toList();
            fault(
                    "/" + property,
                    "\"" + property + "\" names '" + name + "', which is no text field of this record",
                    Suggestion.forWord(name, texts));
        }
    }

    private void unknownProperties(String pointer, Iterable<String> given, List<String> known) {
        for (String property : given) {
            if (!known.contains(property)) {
                fault(
                        pointer + "/" + property,
                        "unknown property \"" + property + "\"",
                        Suggestion.forWord(property, known));
            }
        }
    }

    private static String text(Schema schema, String property) {
        @Nullable String value = schema.getProp(property);
        return value == null ? "" : value;
    }

    private static String pointer(Schema.Field field) {
        return "/fields/" + field.pos();
    }

    private void fault(Schema.Field field, String property, String what, String remedy) {
        fault(pointer(field) + "/" + property, "field '" + field.name() + "': " + what, remedy);
    }

    private void fault(String pointer, String what, String remedy) {
        faults.add(places.fault(pointer, what, remedy));
    }

    private void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FaultyEntitySchemas(faults);
        }
    }
}
