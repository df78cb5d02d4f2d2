package io.couplet.mappings;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The record types that mappings may speak of. Immutable. */
final class Entities {
    private final Map<String, Entity> byName = new TreeMap<>();

    Entities(EntityCatalogue catalogue) {
        catalogue.all().stream().map(Entity::of).forEach(entity -> byName.put(entity.name(), entity));
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
