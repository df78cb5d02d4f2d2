package io.couplet.domain.aggregate;

import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows on their way to the record that shows them: one a line, each behind its place. */
final class RowText {
    private RowText() {}

    /** Places are as wide as they can be, so that the order of texts is theirs. */
    static String of(List<Aggregate.Row> rows) {
        return rows.stream()
                .map(row -> String.format(Locale.ROOT, "%019d ", row.place()) + row.json())
                .collect(Collectors.joining("\n"));
    }

    /** The rows of two texts. */
    static Value both(Value one, Value other) {
        if (one.isBlank() || other.isBlank()) {
            return one.isBlank() ? other : one;
        }
        return Value.text(one + "\n" + other);
    }

    /** As a JSON array, in the order of their places. */
    static Value json(Value text) {
        return Value.text(text.toString()
                .lines()
                .sorted()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.joining(",", "[", "]")));
    }
}
