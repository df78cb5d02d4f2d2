package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Value;
import java.util.function.Function;

/**
 * A filter as program. Safe for any thread.
 *
 * @param mapping whose filter it is
 * @param expression what it says
 */
record CompiledFilter(String mapping, String expression, RecordProgram program) implements Mapping.Filter {

    /** Whether the record takes part; throws {@link ExpressionFailure} where the expression cannot tell. */
    @Override
    public boolean accepts(Function<String, Value> fields) {
        return Boolean.TRUE.equals(program.run(fields, mapping, expression));
    }
}
