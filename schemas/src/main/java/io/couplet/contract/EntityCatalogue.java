package io.couplet.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
     * The entities of the class path and of a directory (its {@code *.avsc}, folders included). An entity of the directory
     * replaces the shipped one of the same name: so a company adds its own fields.
     *
     * @throws FaultyEntitySchemas with every fault of all files, also if the directory cannot be read
     */
    public static EntityCatalogue withDirectory(Path directory) {
        return of(SchemaFiles.onClassPath(), SchemaFiles.in(directory));
    }

    static EntityCatalogue of(List<SchemaFile> shipped, List<SchemaFile> further) {
        EntityFaults faults = new EntityFaults();
        Map<String, EntitySchema> entities = faults.distinct(shipped);
        entities.putAll(faults.distinct(further));
        entities.values().forEach(entity -> faults.checkReferences(entity, entities.keySet()));
        faults.throwIfAny();
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
