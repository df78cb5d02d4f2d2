package io.couplet.mappings;

/**
 * A filter could not be evaluated on a record. Type checks and blanks that read as zero leave few causes: a division by zero, a text that
 * is no number. Says which mapping, which expression and what kind of cause, and never the record's values.
 */
public final class ExpressionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionFailure(String mapping, String expression, String cause) {
        super("mapping " + mapping + ": the filter '" + expression + "' failed: " + cause);
    }
}
