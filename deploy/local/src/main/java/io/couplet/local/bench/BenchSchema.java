package io.couplet.local.bench;

import io.couplet.contract.Side;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema that holds everything the bench puts into the databases; no publication of Couplet names it. */
final class BenchSchema {
    static final String NAME = "couplet_bench";

    /** People edit the mirrors, and the log is written under whichever account writes the record. */
    private static final String CREATE = "create schema %1$s; grant usage on schema %1$s to public".formatted(NAME);

    private BenchSchema() {}

    /** Makes it in both databases, without what an earlier run may have left. */
    static void create(Databases databases) throws SQLException {
        drop(databases);
        for (Side side : Side.values()) {
            try (Connection connection = databases.admin(side)) {
                Sql.run(connection, CREATE);
            }
        }
    }

    /** Removes it with everything in it, and the triggers that write into it; nothing happens where there is none. */
    static void drop(Databases databases) throws SQLException {
        for (Side side : Side.values()) {
            try (Connection connection = databases.admin(side)) {
                Sql.run(connection, "set client_min_messages = warning; drop schema if exists " + NAME + " cascade");
            }
        }
    }
}
