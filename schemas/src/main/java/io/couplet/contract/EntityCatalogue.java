package io.couplet.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every entity that Couplet knows, by its name {@code erp/customer}. Immutable. */
public final class EntityCatalogue {

    private final Map<String, EntitySchema> entities;

    private EntityCatalogue(Map<String, EntitySchema> entities) {
        this.entities = Map.copyOf(entities);
    }

    /**
     * The entities of the class path ({@code avro/erp/*.avsc}, {@code avro/crm/*.avsc}).
     *
     * @throws FaultyEntitySchemas with every fault of all files
     */
    public static EntityCatalogue shipped() {
        return of(SchemaFiles.onClassPath(), List.of());
    }

    /**
     * The entities of the class path and of a directory (its {@code *.avsc}, folders included). A file of the directory that names a shipped
     * entity gives it further fields; others are further entities.
     *
     * @throws FaultyEntitySchemas with every fault of all files, also if the directory cannot be read
     */
    public static EntityCatalogue withDirectory(Path directory) {
        return of(SchemaFiles.onClassPath(), SchemaFiles.in(directory));
    }

    /**
     * The entities of the class path and those that a company has besides.
     *
     * @param company the company's own files, null where there are none
     * @throws FaultyEntitySchemas with every fault of all files
     */
    public static EntityCatalogue of(@Nullable ConfigDirectory company) {
        return of(
                SchemaFiles.onClassPath(),
                Optional.ofNullable(company)
                        .flatMap(ConfigDirectory::schemas)
                        .map(SchemaFiles::in)
                        .orElse(List.of()));
    }

    /**
     * The entities of the class path and those that a company has besides.
     *
     * @param company the company's own files, null where there are none
     * @param faults where to note everything that is wrong; what is given back then lacks what could not be read
     */
    public static EntityCatalogue read(@Nullable ConfigDirectory company, List<FileFault> faults) {
        EntityFaults found = new EntityFaults();
        List<SchemaFile> further = List.of();
        try {
            further = company == null
                    ? List.of()
                    : company.schemas().map(SchemaFiles::in).orElse(List.of());
        } catch (FaultyEntitySchemas e) {
            faults.addAll(e.list());
        }
        EntityCatalogue catalogue = of(SchemaFiles.onClassPath(), further, found);
        faults.addAll(found.list());
        return catalogue;
    }

    static EntityCatalogue of(List<SchemaFile> shipped, List<SchemaFile> further) {
        EntityFaults faults = new EntityFaults();
        EntityCatalogue catalogue = of(shipped, further, faults);
        if (!faults.list().isEmpty()) {
            throw new FaultyEntitySchemas(faults.list());
        }
        return catalogue;
    }

    private static EntityCatalogue of(List<SchemaFile> shipped, List<SchemaFile> further, EntityFaults faults) {
        Map<String, EntitySchema> entities = faults.read(shipped, Map.of());
        entities.putAll(faults.read(further, Map.copyOf(entities)));
        entities.values().forEach(entity -> faults.checkReferences(entity, entities.keySet()));
        return new EntityCatalogue(entities);
    }

    /** All entities, ordered by name. */
    public Collection<EntitySchema> all() {
        return new ArrayList<>(new TreeMap<>(entities).values());
    }

    /** The entities of one system, ordered by name. */
    public List<EntitySchema> of(Side side) {
        return all().stream().filter(entity -> entity.side() == side).toList();
    }

    /** The entity of that name ({@code erp/customer}), if there is one. */
    public Optional<EntitySchema> find(String entity) {
        return Optional.ofNullable(entities.get(entity));
    }

    /**
     * The entity of that name ({@code erp/customer}).
     *
     * @throws IllegalArgumentException if there is none
     */
    public EntitySchema get(String entity) {
        return find(entity)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no entity " + entity + "; there are " + new TreeMap<>(entities).keySet()));
    }
}
