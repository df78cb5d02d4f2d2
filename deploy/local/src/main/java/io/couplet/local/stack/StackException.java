package io.couplet.local.stack;

/** The stack cannot do what was asked; the message is written for the person at the terminal. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    /**
     * @param exit what the command ends with
     * @param message what happened and what to do about it, without a stack trace's help
     */
    public StackException(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** As above, keeping what caused it for the log. */
    public StackException(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** What the command ends with. */
    public Exit exit() {
        return exit;
    }
}
