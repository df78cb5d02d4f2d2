package io.couplet.connectors.binding;

import io.couplet.connectors.config.Faults;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.binding.EntityBinding;
import io.couplet.contract.binding.SystemBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param entities which has those that are bound
     * @param faults where to note companies that are missing
     */
    public static BoundSystem of(
            SystemBinding binding, List<String> companies, EntityCatalogue entities, Faults faults) {
        List<BoundTable> tables = new ArrayList<>();
        for (EntityBinding entity : binding.entities()) {
            String name = binding.system() + "/" + entity.name();
            Schema schema = entities.get(name).schema();
            for (@Nullable String company : companiesOf(name, entity, companies, faults)) {
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

    private static List<@Nullable String> companiesOf(
            String name, EntityBinding entity, List<String> companies, Faults faults) {
        List<@Nullable String> result = new ArrayList<>();
        if (!entity.perCompany()) {
            result.add(null);
            return result;
        }
        if (companies.isEmpty()) {
            faults.add("systems", "the table of " + name + " is per company, but no companies are named");
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
