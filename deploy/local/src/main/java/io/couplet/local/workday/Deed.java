package io.couplet.local.workday;

import io.couplet.contract.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/**
 * Something that somebody does in one of the systems.
 *
 * @param name what it is called in the report
 * @param side the system that it is done in
 * @param weight how often it is done, beside the others
 * @param doing how
 */
record Deed(String name, Side side, int weight, Doing doing) {

    /** How it is done. */
    interface Doing {
        /**
         * Does it, in one transaction.
         *
         * @param connection of whoever does it, in auto-commit mode
         * @return whether there was anything to do
         * @throws SQLException where the system refuses
         */
        boolean done(Connection connection, Random chance) throws SQLException;
    }
}
