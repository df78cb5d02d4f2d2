package io.couplet.connectors.capture;

import org.jspecify.annotations.Nullable;

/** What failed, in words. */
final class Causes {

    private Causes() {}

    /** The message of the innermost cause, which names the thing itself rather than who noticed it. */
    static String inWords(Throwable failure) {
        Throwable innermost = failure;
        @Nullable Throwable cause = failure.getCause();
        while (cause != null && cause != innermost) {
            innermost = cause;
            cause = innermost.getCause();
        }
        String message = innermost.getMessage();
        String kind = innermost.getClass().getSimpleName();
        return message == null ? kind : kind + ": " + message;
    }
}
