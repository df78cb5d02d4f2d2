package io.couplet.connectors;

/** What the process says with its end; the same numbers in all of Couplet's processes. */
enum ExitCode {
    OK(0),
    FAILURE(1),
    USAGE(2),
    CONFIGURATION(3),
    UNREACHABLE(4),
    PORT_TAKEN(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
