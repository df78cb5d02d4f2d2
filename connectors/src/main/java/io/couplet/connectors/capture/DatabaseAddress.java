package io.couplet.connectors.capture;

import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a database is, taken from its JDBC address.
 *
 * @param host name or number
 * @param port as text
 * @param database name
 */
record DatabaseAddress(String host, String port, String database) {

    /**
     * Takes an address apart.
     *
     * @throws IllegalArgumentException if it is not one of PostgreSQL
     */
    static DatabaseAddress of(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new IllegalArgumentException(url + " is not a JDBC address of PostgreSQL");
        }
        return new DatabaseAddress(
                parts.getProperty("PGHOST", "localhost"),
                parts.getProperty("PGPORT", "5432"),
                parts.getProperty("PGDBNAME", ""));
    }
}
