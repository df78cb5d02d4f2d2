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
     * @param takes what is shown as it is
     * @param rows what becomes rows
     */
    record Part(
            Place place,
            Optional<Word> entity,
            List<Word> key,
            Optional<ExpressionText> filter,
            List<Sum> sums,
            List<Take> takes,
            List<Rows> rows) {
        Part {
            key = List.copyOf(key);
            sums = List.copyOf(sums);
            takes = List.copyOf(takes);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What is shown as it is.
     *
     * @param field the field that shows it
     * @param of the entries' field
     */
    record Take(Word field, Word of) {}

    /**
     * Rows that an entry makes.
     *
     * @param field the field that shows them
     * @param when whether there are any
     * @param foreach for what there is one each; nothing where there is one
     * @param place where they stand among the others
     * @param cells their fields
     */
    record Rows(
            Word field,
            Optional<ExpressionText> when,
            Optional<ExpressionText> foreach,
            Optional<ExpressionText> place,
            List<Cell> cells) {
        Rows {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A field of a row.
     *
     * @param field which one
     * @param value what it holds
     */
    record Cell(Word field, ExpressionText value) {}

    /**
     * One sum.
     *
     * @param field the field that shows it
     * @param of the field that is added up; nothing where entries are counted
     * @param when which entries count in it
     * @param after the field of the day after which an entry counts; nothing where it counts at once
     */
    record Sum(Word field, Optional<Word> of, Optional<ExpressionText> when, Optional<Word> after) {}

    AggregateDefinition {
        key = List.copyOf(key);
        parts = List.copyOf(parts);
    }
}
