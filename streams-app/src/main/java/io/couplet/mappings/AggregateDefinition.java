package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate as its file says it.
 *
 * @param name its name
 * @param place where the file begins
 * @param side whose entries are added up
 * @param entity the entity whose records show the sums
 * @param key its fields that name a group
 * @param parts the entries
 */
record AggregateDefinition(Word name, Place place, Side side, Optional<Word> entity, List<Word> key, List<Part> parts) {

    /**
     * The entries of one entity.
     *
     * @param place where this begins
     * @param entity their entity
     * @param key their fields that name their group
     * @param filter which of them count
     * @param sums what is added up
     */
    record Part(Place place, Optional<Word> entity, List<Word> key, Optional<ExpressionText> filter, List<Sum> sums) {
        Part {
            key = List.copyOf(key);
            sums = List.copyOf(sums);
        }
    }

    /**
     * One sum.
     *
     * @param field the field that shows it
     * @param of the field that is added up; nothing where entries are counted
     * @param when which entries count in it
     */
    record Sum(Word field, Optional<Word> of, Optional<ExpressionText> when) {}

    AggregateDefinition {
        key = List.copyOf(key);
        parts = List.copyOf(parts);
    }
}
