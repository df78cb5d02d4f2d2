package io.couplet.topology;

import org.jspecify.annotations.Nullable;

/**
 * Who writes into a system.
 *
 * @param user the login
 * @param command the id of the command that is carried out, null where it is somebody's own doing
 */
record Writer(String user, @Nullable String command) {
    static Writer person(String user) {
        return new Writer(user, null);
    }
}
