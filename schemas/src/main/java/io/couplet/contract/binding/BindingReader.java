package io.couplet.contract.binding;

import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Side;
import io.couplet.contract.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the bindings of both systems of one file after another. Reports what does not fit; what it then gives back is never used. */
final class BindingReader {
    private static final List<String> FILE_WORDS = List.of("system", "schema", "blank", "entities");
    private static final List<String> ENTITY_WORDS = List.of(
            "table", "id", "version", "createdBy", "createdAt", "modifiedBy", "modifiedAt", "ownWrites", "columns");
    private static final List<String> ROWS_WORDS = List.of("rows", "parent");
    private static final List<String> PHYSICAL = ENTITY_WORDS.subList(0, 7);

    private final EntityCatalogue entities;
    private final Map<String, SystemBinding> bindings = new LinkedHashMap<>();
    private final Map<String, Map<String, EntityBinding>> bound = new LinkedHashMap<>();
    /** What can be checked only when all entities have been read. */
    private final List<Runnable> checks = new ArrayList<>();

    BindingReader(EntityCatalogue entities) {
        this.entities = entities;
    }

    /** What was read, by system. */
    Map<String, SystemBinding> bindings() {
        checks.forEach(Runnable::run);
        Map<String, SystemBinding> complete = new LinkedHashMap<>();
        bindings.forEach((system, binding) -> complete.put(
                system,
                new SystemBinding(
                        system,
                        binding.schema(),
                        binding.blank(),
                        List.copyOf(bound.getOrDefault(system, Map.of()).values()))));
        return complete;
    }

    /** Takes in the file with which a system begins. */
    void begin(Block root) {
        root.only(FILE_WORDS);
        String system = root.text("system", "write 'system: erp' or 'system: crm'");
        String schema = root.text("schema", "name the database schema of the tables");
        bindings.put(system, new SystemBinding(system, schema, blank(root), List.of()));
        entities(system, root);
    }

    /** Takes in what is added to the bindings of a system. */
    void add(Block root) {
        root.only(FILE_WORDS);
        String system = root.text("system", "write 'system: erp' or 'system: crm'");
        if (!bindings.containsKey(system)) {
            root.faultOfValue("system", "'" + system + "' is no system", Suggestion.forWord(system, bindings.keySet()));
            return;
        }
        List.of("schema", "blank").stream()
                .filter(root::has)
                .forEach(word ->
                        root.fault(word, "the shipped binding says '" + word + "' for all tables", "leave it out"));
        entities(system, root);
    }

    private void entities(String system, Block root) {
        Block all = root.block("entities", "list the entities, each with its table and columns");
        Map<String, EntityBinding> known = bound.computeIfAbsent(system, any -> new LinkedHashMap<>());
        for (String name : all.keys()) {
            Optional<EntitySchema> schema = entities.find(system + "/" + name);
            if (schema.isEmpty()) {
                all.fault(name, "there is no entity " + system + "/" + name, Suggestion.forWord(name, names(system)));
                continue;
            }
            Block block = all.block(name, "");
            @Nullable EntityBinding before = known.get(name);
            known.put(name, before == null ? whole(name, block, schema.get()) : extended(before, block, schema.get()));
        }
    }

    private List<String> names(String system) {
        return entities.of(system.equals("erp") ? Side.ERP : Side.CRM).stream()
                .map(EntitySchema::name)
                .toList();
    }

    private EntityBinding whole(String name, Block block, EntitySchema schema) {
        block.only(ENTITY_WORDS);
        Map<String, String> texts = new LinkedHashMap<>();
        PHYSICAL.forEach(word -> texts.put(word, block.text(word, remedy(word))));
        Map<String, String> columns = columns(block, schema);
        List<String> companyFields = companyFields(columns);
        columns.keySet().removeAll(companyFields);
        String table = text(texts, "table");
        if (!table.contains(EntityBinding.COMPANY)) {
            Block given = block.block("columns", "");
            companyFields.forEach(field -> given.faultOfValue(
                    field,
                    "'" + field + "' holds the company, but the table is not one of a company",
                    "write the table's name with " + EntityBinding.COMPANY + ", or name a column"));
        }
        if (!text(texts, "id").isEmpty() && !columns.containsValue(text(texts, "id"))) {
            block.faultOfValue(
                    "id", "no field is bound to the column " + text(texts, "id"), "bind '" + schema.key() + "' to it");
        }
        return new EntityBinding(
                name,
                table,
                text(texts, "id"),
                text(texts, "version"),
                text(texts, "createdBy"),
                text(texts, "createdAt"),
                text(texts, "modifiedBy"),
                text(texts, "modifiedAt"),
                ownWrites(block, OwnWrites.LEFT_OUT),
                columns,
                rows(block, schema, Map.of()),
                companyFields);
    }

    private static String text(Map<String, String> texts, String word) {
        return texts.getOrDefault(word, "");
    }

    private static String remedy(String word) {
        return word.equals("table")
                ? "name the table of the records"
                : "name the column of the table: see the shipped bindings";
    }

    private EntityBinding extended(EntityBinding before, Block block, EntitySchema schema) {
        block.only(ENTITY_WORDS);
        PHYSICAL.stream()
                .filter(block::has)
                .forEach(word -> block.fault(
                        word,
                        "'" + word + "' of " + schema.entity() + " is bound already",
                        "give further columns only"));
        Map<String, String> columns = new LinkedHashMap<>(before.columns());
        if (block.has("columns")) {
            Map<String, String> further = columns(block, schema);
            further.keySet().stream()
                    .filter(columns::containsKey)
                    .forEach(field -> block.block("columns", "")
                            .fault(
                                    field,
                                    "'" + field + "' is bound already, to "
                                            + before.columns().get(field),
                                    "leave it out"));
            columns.putAll(further);
        }
        return new EntityBinding(
                before.name(),
                before.table(),
                before.id(),
                before.version(),
                before.createdBy(),
                before.createdAt(),
                before.modifiedBy(),
                before.modifiedAt(),
                ownWrites(block, before.ownWrites()),
                columns,
                rows(block, schema, before.rows()),
                before.companyFields());
    }

    private Map<String, String> columns(Block block, EntitySchema schema) {
        Block columns = block.block("columns", "list the fields, each with its column");
        Map<String, String> read = new LinkedHashMap<>();
        for (String field : columns.keys()) {
            if (schema.field(field).isEmpty()) {
                columns.fault(
                        field,
                        schema.entity() + " has no field '" + field + "'",
                        Suggestion.forWord(field, schema.fields().keySet()));
            }
            if (!columns.holdsBlock(field)) {
                read.put(field, columns.optionalText(field));
            }
        }
        return read;
    }

    /** The fields that stand for rows of other tables. */
    private Map<String, RowsBinding> rows(Block block, EntitySchema schema, Map<String, RowsBinding> before) {
        Map<String, RowsBinding> rows = new LinkedHashMap<>(before);
        Block columns = block.has("columns") ? block.block("columns", "") : block;
        for (String field : columns.keys()) {
            if (columns != block && columns.holdsBlock(field)) {
                Block given = columns.block(field, "");
                given.only(ROWS_WORDS);
                Block parent =
                        given.block("parent", "say which of their fields get which of this record: {documentNo: no}");
                Map<String, String> fields = new LinkedHashMap<>();
                parent.keys().forEach(ofRows -> fields.put(ofRows, parent.optionalText(ofRows)));
                String entity = given.text("rows", "name the entity of the rows");
                rows.put(field, new RowsBinding(entity, fields));
                checks.add(() -> checkRows(schema, given, parent, entity));
            }
        }
        return rows;
    }

    private void checkRows(EntitySchema schema, Block given, Block parent, String rows) {
        Map<String, EntityBinding> all = bound.getOrDefault(schema.system(), Map.of());
        @Nullable EntityBinding ofRows = all.get(rows);
        @Nullable EntityBinding ofRecord = all.get(schema.name());
        if (ofRows == null || ofRecord == null) {
            given.faultOfValue(
                    "rows", "no table is bound to the entity '" + rows + "'", Suggestion.forWord(rows, all.keySet()));
            return;
        }
        for (String field : parent.keys()) {
            String from = parent.optionalText(field);
            if (!ofRows.columns().containsKey(field)) {
                parent.fault(
                        field,
                        "no column of " + rows + " is bound to '" + field + "'",
                        Suggestion.forWord(field, ofRows.columns().keySet()));
            }
            if (!ofRecord.columns().containsKey(from)) {
                parent.faultOfValue(
                        field,
                        "no column of " + schema.name() + " is bound to '" + from + "'",
                        Suggestion.forWord(from, ofRecord.columns().keySet()));
            }
        }
    }

    private static List<String> companyFields(Map<String, String> columns) {
        return new ArrayList<>(columns.keySet().stream()
                .filter(field -> EntityBinding.COMPANY.equals(columns.get(field)))
                .toList());
    }

    private static OwnWrites ownWrites(Block block, OwnWrites otherwise) {
        if (!block.has("ownWrites")) {
            return otherwise;
        }
        String word = block.optionalText("ownWrites");
        Optional<OwnWrites> given = OwnWrites.of(word);
        if (given.isEmpty()) {
            block.faultOfValue(
                    "ownWrites",
                    "'" + word + "' is no value of 'ownWrites'",
                    "use one of: " + String.join(", ", OwnWrites.words()));
        }
        return given.orElse(otherwise);
    }

    private static Blank blank(Block root) {
        String word = root.text("blank", "write 'blank: empty' or 'blank: \"null\"'");
        for (Blank blank : Blank.values()) {
            if (blank.name().toLowerCase(Locale.ROOT).equals(word)) {
                return blank;
            }
        }
        root.faultOfValue("blank", "'" + word + "' is no value of 'blank'", "use one of: empty, \"null\"");
        return Blank.NULL;
    }
}
