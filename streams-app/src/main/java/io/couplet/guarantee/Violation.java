package io.couplet.guarantee;

/**
 * A broken promise.
 *
 * @param guarantee the {@linkplain Guarantee#title title} of the promise
 * @param what how it is broken, naming records, fields and values
 */
public record Violation(String guarantee, String what) {
    @Override
    public String toString() {
        return guarantee + ": " + what;
    }
}
