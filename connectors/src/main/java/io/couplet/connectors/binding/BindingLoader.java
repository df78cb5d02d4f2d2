package io.couplet.connectors.binding;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.couplet.connectors.config.Faults;
import io.couplet.connectors.config.Section;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads column binding files: the one in the configured directory, else the one that is shipped. */
public final class BindingLoader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SHOWN = "shown";
    private static final String LEFT_OUT = "left-out";

    private final @Nullable Path directory;
    private final Faults faults;

    /**
     * Makes a loader.
     *
     * @param directory of files that replace the shipped ones, or null
     * @param faults where to note what is wrong in any of them
     */
    public BindingLoader(@Nullable Path directory, Faults faults) {
        this.directory = directory;
        this.faults = faults;
    }

    /**
     * Reads the file of one system.
     *
     * @param system {@code erp} or {@code crm}
     * @return what it says, or nothing where it cannot be read at all (which is noted as a fault)
     */
    public Optional<SystemBinding> load(String system) {
        String file = system + ".yaml";
        try (InputStream in = open(file)) {
            return Optional.of(read(system, new Section(file, YAML.readTree(in), faults)));
        } catch (IOException broken) {
            faults.add(file, "cannot be read: " + broken.getMessage());
            return Optional.empty();
        }
    }

    private InputStream open(String file) throws IOException {
        if (directory != null && Files.exists(directory.resolve(file))) {
            return Files.newInputStream(directory.resolve(file));
        }
        InputStream shipped = BindingLoader.class.getResourceAsStream("/bindings/" + file);
        if (shipped == null) {
            throw new FileNotFoundException("no such binding is shipped");
        }
        return shipped;
    }

    private SystemBinding read(String system, Section root) {
        if (!root.text("system").equals(system)) {
            faults.add(root.at("system"), "must be " + system);
        }
        String schema = root.text("schema");
        Blank blank = blank(root);
        Section all = root.section("entities");
        List<EntityBinding> entities = new ArrayList<>();
        for (String name : all.keys()) {
            entities.add(entity(name, all.section(name)));
        }
        root.noOthers();
        return new SystemBinding(system, schema, blank, entities);
    }

    private Blank blank(Section root) {
        String text = root.text("blank").toUpperCase(Locale.ROOT);
        for (Blank blank : Blank.values()) {
            if (blank.name().equals(text)) {
                return blank;
            }
        }
        faults.add(root.at("blank"), "must be `empty` or `null`");
        return Blank.NULL;
    }

    private boolean showsOwnWrites(Section section) {
        @Nullable String text = section.optionalText("ownWrites");
        if (text != null && !text.equals(SHOWN) && !text.equals(LEFT_OUT)) {
            faults.add(section.at("ownWrites"), "must be `" + LEFT_OUT + "` or `" + SHOWN + "`");
        }
        return SHOWN.equals(text);
    }

    private EntityBinding entity(String name, Section section) {
        Section fields = section.section("columns");
        Map<String, RowsBinding> rows = rows(fields);
        Map<String, String> columns = columns(fields, rows.keySet());
        List<String> companyFields = columns.keySet().stream()
                .filter(field -> EntityBinding.COMPANY.equals(columns.get(field)))
                .toList();
        companyFields.forEach(columns::remove);
        EntityBinding entity = new EntityBinding(
                name,
                section.text("table"),
                section.text("id"),
                section.text("version"),
                section.text("createdBy"),
                section.text("createdAt"),
                section.text("modifiedBy"),
                section.text("modifiedAt"),
                showsOwnWrites(section),
                columns,
                rows,
                companyFields);
        section.noOthers();
        return entity;
    }

    private static Map<String, RowsBinding> rows(Section fields) {
        Map<String, RowsBinding> rows = new LinkedHashMap<>();
        for (String field : fields.keys()) {
            if (fields.holdsSection(field)) {
                Section section = fields.section(field);
                Section parent = section.section("parent");
                rows.put(field, new RowsBinding(section.text("rows"), columns(parent, Set.of())));
                section.noOthers();
            }
        }
        return rows;
    }

    private static Map<String, String> columns(Section section, Set<String> others) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String field : section.keys()) {
            if (!others.contains(field)) {
                columns.put(field, section.text(field));
            }
        }
        return columns;
    }
}
