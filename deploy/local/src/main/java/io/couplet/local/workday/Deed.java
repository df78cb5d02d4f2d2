package io.couplet.local.workday;

import io.couplet.contract.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/** Something that somebody does in one of the systems. */
interface Deed {
    /** What it is called in the report. */
    String name();

    /** The system that it is done in. */
    Side side();

    /** How often it is done, beside the others. */
    int weight();

    /**
     * Does it, in one transaction.
     *
     * @param connection of whoever does it, in auto-commit mode
     * @return whether there was anything to do
     * @throws SQLException where the system refuses
     */
    boolean done(Connection connection, Random chance) throws SQLException;
}
