package io.couplet.mappings;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Value;
import java.util.Optional;

/**
 * A conversion by an expression over {@code value}. Blank stays blank without evaluation. Where the expression has no result for a value
 * (a look-up in a table without it, a text that is no number) the target has no such value, which is no failure of the record.
 */
final class CompiledConversion implements Conversion {
    static final String VARIABLE = "value";

    private final String expression;
    private final FieldKind source;
    private final FieldKind target;
    private final Variables variables;
    private final Program program;

    CompiledConversion(String expression, FieldKind source, FieldKind target, Variables variables, Program program) {
        this.expression = expression;
        this.source = source;
        this.target = target;
        this.variables = variables;
        this.program = program;
    }

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        Optional<Object> variable = Optional.of(source.toCel(value));
        try {
            Object result = program.eval(name -> name.equals(VARIABLE) ? variable : variables.find(name));
            return new Converted.To(target.fromCel(result));
        } catch (CelEvaluationException e) {
            return unknown(e.getErrorCode().toString());
        } catch (RuntimeException e) {
            return unknown("the result is no " + target.words());
        }
    }

    private Converted unknown(String cause) {
        return new Converted.Unknown("no value for it by '" + expression + "': " + cause);
    }
}
