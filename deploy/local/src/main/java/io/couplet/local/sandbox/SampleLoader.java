package io.couplet.local.sandbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes sample data into one system's tables, within the caller's transaction. */
sealed interface SampleLoader permits CrmLoader, ErpLoader {

    /** Writes everything that stands in this system. The connection is a superuser's. */
    void load(Connection connection, SampleData data) throws SQLException, IOException;
}
