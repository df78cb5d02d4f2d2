package io.couplet.mappings;

import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Suggestion;
import io.couplet.contract.binding.SystemBinding;
import io.couplet.domain.model.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The record types that mappings may speak of. Immutable. */
final class Entities {
    private final Map<String, Entity> byName = new TreeMap<>();

    Entities(EntityCatalogue catalogue) {
        catalogue.all().forEach(schema -> enter(schema, schema.fields().keySet()));
    }

    /**
     * Entities of which only what is bound to columns can be mapped. Those that are bound nowhere show sums, or are of no company's making.
     *
     * @param own the company's own entities, which must be bound
     */
    Entities(EntityCatalogue catalogue, Map<String, SystemBinding> bindings, Set<String> own) {
        Map<String, Set<String>> bound = new HashMap<>();
        bindings.forEach((system, binding) ->
                binding.entities().forEach(entity -> bound.put(system + "/" + entity.name(), entity.fields())));
        for (EntitySchema schema : catalogue.all()) {
            Set<String> unbound =
                    own.contains(schema.entity()) ? Set.of() : schema.fields().keySet();
            enter(schema, bound.getOrDefault(schema.entity(), unbound));
        }
    }

    private void enter(EntitySchema schema, Set<String> bound) {
        byName.put(schema.entity(), Entity.of(schema, bound));
    }

    /** The same entities, of which those that these aggregates show need no columns. */
    Entities showing(List<AggregateDefinition> aggregates) {
        Map<String, Entity> entities = new TreeMap<>(byName);
        for (AggregateDefinition aggregate : aggregates) {
            aggregate
                    .entity()
                    .ifPresent(word -> entities.computeIfPresent(
                            aggregate.side().word() + "/" + word.text(), (name, entity) -> entity.withoutTable()));
        }
        return new Entities(entities);
    }

    private Entities(Map<String, Entity> entities) {
        byName.putAll(entities);
    }

    /** The entity of that name, such as {@code erp/salesline}. */
    Optional<Entity> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Entity> find(Side side, String name) {
        return Optional.ofNullable(byName.get(side.word() + "/" + name));
    }

    /** The entity that a word names, or nothing after reporting that the side has none such. */
    Optional<Entity> find(Side side, Word word, Faults faults) {
        Optional<Entity> entity = find(side, word.text());
        if (entity.isEmpty()) {
            faults.add(
                    word.place(),
                    "the " + side.word() + " has no entity '" + word.text() + "'",
                    Suggestion.forWord(word.text(), names(side)));
        }
        return entity;
    }

    /** The names of one side's entities, without the side. */
    List<String> names(Side side) {
        String prefix = side.word() + "/";
        return byName.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
