package io.couplet.connectors.binding;

import io.couplet.connectors.config.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** All tables of one system that are synchronized. Immutable. */
public final class BoundSystem {

    /** Where each sandbox and each production database keeps Couplet's own tables. */
    public static final String HEARTBEAT_SCHEMA = "couplet";

    /** The table whose changes keep an idle log moving and carry the nonce. */
    public static final String HEARTBEAT_TABLE = "heartbeat";

    private final String name;
    private final List<BoundTable> tables;
    private final Map<String, BoundTable> byRefPrefix = new HashMap<>();
    private final Map<String, BoundTable> byFullName = new HashMap<>();

    private BoundSystem(String name, List<BoundTable> tables) {
        this.name = name;
        this.tables = List.copyOf(tables);
        for (BoundTable table : tables) {
            byRefPrefix.put(table.refPrefix(), table);
            byFullName.put(table.fullName(), table);
        }
    }

    /**
     * Binds the entities of a system to its tables.
     *
     * @param binding what the binding file says
     * @param companies of the system
     * @param schemaOf the record schema of an entity named with its system; null for one that is not known
     * @param faults where to note entities and fields that do not exist, and companies that are missing
     */
    public static BoundSystem of(
            SystemBinding binding, List<String> companies, Function<String, @Nullable Schema> schemaOf, Faults faults) {
        List<BoundTable> tables = new ArrayList<>();
        for (EntityBinding entity : binding.entities()) {
            String where = binding.system() + ".yaml: entities." + entity.name();
            Schema schema = schemaOf.apply(binding.system() + "/" + entity.name());
            if (schema == null) {
                faults.add(where, "there is no schema of the entity " + binding.system() + "/" + entity.name());
                continue;
            }
            checkFields(where, entity, schema, faults);
            checkRows(where, binding, entity, schema, faults);
            for (@Nullable String company : companiesOf(where, entity, companies, faults)) {
                tables.add(new BoundTable(
                        binding.system(),
                        company,
                        binding.schema(),
                        company == null ? entity.table() : entity.tableOf(company),
                        binding.blank(),
                        entity,
                        schema));
            }
        }
        return new BoundSystem(binding.system(), tables);
    }

    private static void checkFields(String where, EntityBinding entity, Schema schema, Faults faults) {
        Stream.concat(entity.columns().keySet().stream(), entity.companyFields().stream())
                .filter(field -> schema.getField(field) == null)
                .forEach(field -> faults.add(where + ".columns." + field, "the entity has no such field"));
        if (!entity.perCompany()) {
            entity.companyFields()
                    .forEach(field -> faults.add(
                            where + ".columns." + field, "holds the company, but the table is not one of a company"));
        }
        if (!entity.columns().containsValue(entity.id())) {
            faults.add(where + ".id", "no field is bound to the column " + entity.id());
        }
    }

    private static void checkRows(
            String where, SystemBinding binding, EntityBinding entity, Schema schema, Faults faults) {
        entity.rows().forEach((field, rows) -> {
            String here = where + ".columns." + field;
            if (schema.getField(field) == null) {
                faults.add(here, "the entity has no such field");
            }
            EntityBinding bound = binding.entities().stream()
                    .filter(each -> each.name().equals(rows.entity()))
                    .findFirst()
                    .orElse(null);
            if (bound == null) {
                faults.add(here + ".rows", "no table is bound to the entity " + rows.entity());
                return;
            }
            rows.parent().forEach((ofRows, ofRecord) -> {
                if (!bound.columns().containsKey(ofRows)) {
                    faults.add(here + ".parent." + ofRows, "no column of " + rows.entity() + " is bound to it");
                }
                if (!entity.columns().containsKey(ofRecord)) {
                    faults.add(here + ".parent." + ofRows, "no column is bound to the field " + ofRecord);
                }
            });
        });
    }

    private static List<@Nullable String> companiesOf(
            String where, EntityBinding entity, List<String> companies, Faults faults) {
        List<@Nullable String> result = new ArrayList<>();
        if (!entity.perCompany()) {
            result.add(null);
            return result;
        }
        if (companies.isEmpty()) {
            faults.add(where + ".table", "is per company, but the configuration names no companies");
        }
        result.addAll(companies);
        return result;
    }

    /** {@code erp} or {@code crm}. */
    public String name() {
        return name;
    }

    /** All its tables. */
    public List<BoundTable> tables() {
        return tables;
    }

    /** The names of its entities with the system in front, each once. */
    public List<String> entityNames() {
        return tables.stream().map(BoundTable::entityName).distinct().toList();
    }

    /** The table of a record reference, if it is one of ours. */
    public Optional<BoundTable> tableOfRef(String ref) {
        return Optional.ofNullable(byRefPrefix.get(ref.substring(0, ref.lastIndexOf('/') + 1)));
    }

    /** The table of another entity for the same company. */
    public Optional<BoundTable> besides(BoundTable table, String entity) {
        return tables.stream()
                .filter(other -> other.entity().name().equals(entity))
                .filter(other -> !other.entity().perCompany() || Objects.equals(other.company(), table.company()))
                .findFirst();
    }

    /** The table of a physical name, if it is bound. */
    public Optional<BoundTable> tableNamed(String schema, String table) {
        return Optional.ofNullable(byFullName.get(schema + "." + table));
    }
}
