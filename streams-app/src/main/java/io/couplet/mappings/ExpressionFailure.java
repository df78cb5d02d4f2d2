package io.couplet.mappings;

/**
 * An expression could not be evaluated on a record. Type checks and blanks that read as zero leave few causes: a division by zero, a text that
 * is no number. Says whose it is, which expression and what kind of cause, and never the record's values.
 */
public final class ExpressionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionFailure(String owner, String expression, String cause) {
        super(owner + ": the expression '" + expression + "' failed: " + cause);
    }
}
