package io.couplet.mappings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes rows of an entry. Safe for any thread.
 *
 * @param when whether there is a row at all
 * @param foreach for what there is one; nothing where there is one
 * @param place where it stands
 * @param cells its fields
 */
record CompiledRows(
        Optional<EntryExpression> when,
        Optional<EntryExpression> foreach,
        Optional<EntryExpression> place,
        List<Cell> cells)
        implements Aggregate.Maker {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A field of a row. */
    record Cell(MappableField field, EntryExpression value) {}

    CompiledRows {
        cells = List.copyOf(cells);
    }

    @Override
    public List<Aggregate.Row> rows(Function<String, Value> fields) {
        List<Aggregate.Row> rows = new ArrayList<>();
        List<?> elements = foreach.isPresent() ? (List<?>) foreach.get().value(fields, "", 0) : List.of("");
        for (int index = 0; index < elements.size(); index++) {
            row(fields, String.valueOf(elements.get(index)), index).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Aggregate.Row> row(Function<String, Value> fields, String each, long index) {
        boolean wanted = when.map(condition -> condition.value(fields, each, index))
                .map(Boolean.TRUE::equals)
                .orElse(true);
        if (!wanted) {
            return Optional.empty();
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Value value = cell.field().kind().fromCel(cell.value().value(fields, each, index));
            if (!value.isBlank()) {
                row.put(cell.field().name(), plain(value));
            }
        }
        long at = place.map(where -> (Long) where.value(fields, each, index)).orElse(0L);
        return Optional.of(new Aggregate.Row(Math.max(0, at), json(row)));
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Number number) {
            return number.number();
        } else if (value instanceof Value.Whole whole) {
            return whole.number();
        } else if (value instanceof Value.Truth truth) {
            return truth.truth();
        }
        return value.toString();
    }

    private static String json(Map<String, Object> row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and truths can always be written", e);
        }
    }
}
