package io.couplet.cli;

/** What was asked for cannot be done as it is: something named is not there, or means several things. Says what to do instead. */
final class NotPossible extends RuntimeException {

    /** What a command ends with that was interrupted by this. */
    static final int EXIT = 3;

    private static final long serialVersionUID = 1L;

    NotPossible(String message) {
        super(message);
    }
}
