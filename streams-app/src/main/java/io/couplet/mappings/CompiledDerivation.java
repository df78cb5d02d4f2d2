package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Value;
import java.util.function.Function;

/**
 * Makes a field's value from a record, as the field's system will store it, so that what is written and what comes back compare equal.
 * Safe for any thread.
 *
 * @param mapping whose field it is
 * @param expression what makes the value
 * @param target the field
 */
record CompiledDerivation(String mapping, String expression, MappableField target, RecordProgram program)
        implements Mapping.Derivation {

    /** Throws {@link ExpressionFailure} where the expression has no result, or none that the field can hold. */
    @Override
    public Value of(Function<String, Value> fields) {
        Object result = program.run(fields, mapping, expression);
        try {
            return target.limits().stored(target.kind().fromCel(result));
        } catch (RuntimeException e) {
            throw new ExpressionFailure(
                    mapping, expression, "the result is no " + target.kind().words());
        }
    }
}
