package io.couplet.local.stack;

import java.util.List;

/**
 * Lets root start PostgreSQL, which refuses to run as root: in a user namespace of its own the server sees itself as
 * nobody, and still owns the same files outside. Containers often have no other user.
 */
final class RootGuard {
    private static final String ROOT = "root";

    private RootGuard() {}

    static List<String> command(String program) {
        if (!ROOT.equals(System.getProperty("user.name"))) {
            return List.of(program);
        }
        String unshare = OwnSession.find("unshare")
                .orElseThrow(() -> new StackException(
                        Exit.CONFIGURATION,
                        "PostgreSQL does not run as root, and there is no 'unshare' (util-linux) to let it.\n"
                                + "Start Couplet as another user."));
        return List.of(unshare, "--user", program);
    }
}
