package io.couplet.mappings;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * An expression over an entry, of which it makes rows. Safe for any thread.
 *
 * @param aggregate named in failures
 * @param text as it stands in the file
 * @param type what it gives
 * @param side names the variable that is the entry
 * @param entity the entry's record type
 * @param settings what the company decided
 * @param program compiled
 */
record EntryExpression(
        String aggregate,
        ExpressionText text,
        CelType type,
        Side side,
        Entity entity,
        Settings settings,
        Program program) {
    /** The element of {@code foreach} that a row is made for; an empty text without it. */
    static final String EACH = "each";
    /** Its place among the others, from 0. */
    static final String INDEX = "index";

    /** What it gives; throws {@link ExpressionFailure} where it gives nothing. */
    Object value(Function<String, Value> fields, String each, long index) {
        Optional<Object> record = Optional.of(new RecordView(entity, fields));
        try {
            return program.eval(name -> {
                if (name.equals(EACH)) {
                    return Optional.of(each);
                } else if (name.equals(INDEX)) {
                    return Optional.of(index);
                }
                return name.equals(side.word()) ? record : settings.find(name);
            });
        } catch (CelEvaluationException e) {
            throw new ExpressionFailure(aggregate, text.text(), e.getErrorCode().toString());
        } catch (CelRuntimeException e) {
            throw new ExpressionFailure(aggregate, text.text(), e.getErrorCode().toString());
        }
    }
}
