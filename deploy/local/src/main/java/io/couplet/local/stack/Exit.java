package io.couplet.local.stack;

/** What an exit code of {@code couplet} means; the same for every command, so that scripts can rely on it. */
public enum Exit {
    OK(0, "done"),
    FAILURE(1, "it failed while running"),
    USAGE(2, "wrong command or arguments"),
    CONFIGURATION(3, "bad configuration or input"),
    UNREACHABLE(4, "a database, the broker or the registry cannot be reached"),
    ALREADY_RUNNING(5, "already running, or a port is in use"),
    NOT_RUNNING(6, "not running"),
    TIMEOUT(7, "gave up waiting");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number handed to the shell. */
    public int code() {
        return code;
    }

    /** One short phrase for the help text. */
    public String meaning() {
        return meaning;
    }

    /** The exit with that number; {@link #FAILURE} for a number we do not use. */
    public static Exit of(int code) {
        for (Exit exit : values()) {
            if (exit.code == code) {
                return exit;
            }
        }
        return FAILURE;
    }
}
