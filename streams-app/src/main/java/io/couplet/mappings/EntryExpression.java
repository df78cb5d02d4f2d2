package io.couplet.mappings;

import dev.cel.common.types.CelType;
import io.couplet.domain.model.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * An expression over an entry, of which it makes rows. Safe for any thread.
 *
 * @param aggregate named in failures
 * @param text as it stands in the file
 * @param type what it gives
 * @param program compiled
 */
record EntryExpression(String aggregate, ExpressionText text, CelType type, RecordProgram program) {
    /** The element of {@code foreach} that a row is made for; an empty text without it. */
    static final String EACH = "each";
    /** Its place among the others, from 0. */
    static final String INDEX = "index";

    /** What it gives; throws {@link ExpressionFailure} where it gives nothing. */
    Object value(Function<String, Value> fields, String each, long index) {
        return program.run(fields, name -> known(name, each, index), aggregate, text.text());
    }

    private static Optional<Object> known(String name, String each, long index) {
        return switch (name) {
            case EACH -> Optional.of(each);
            case INDEX -> Optional.of(index);
            default -> Optional.empty();
        };
    }
}
