package io.couplet.connectors.row;

/** A row, or a value in it, that is not what its entity says; the message never holds the value itself. */
public final class BadValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param what in words, without the value
     */
    public BadValueException(String what) {
        super(what);
    }

    /**
     * Says what is wrong and why it was noticed.
     *
     * @param what in words, without the value
     * @param cause what noticed it
     */
    public BadValueException(String what, Throwable cause) {
        super(what, cause);
    }
}
