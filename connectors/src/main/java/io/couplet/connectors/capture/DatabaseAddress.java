package io.couplet.connectors.capture;

import java.net.URI;

/**
 * Where a database is, taken from its JDBC address.
 *
 * @param host name or number
 * @param port as text
 * @param database name
 */
record DatabaseAddress(String host, String port, String database) {

    private static final String JDBC = "jdbc:";
    private static final String PREFIX = JDBC + "postgresql://";
    private static final int DEFAULT_PORT = 5432;

    /**
     * Takes an address apart.
     *
     * @throws IllegalArgumentException if it is not one of PostgreSQL
     */
    static DatabaseAddress of(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(url + " is not a JDBC address of PostgreSQL");
        }
        URI address = URI.create(url.substring(JDBC.length()));
        String host = address.getHost() == null ? "localhost" : address.getHost();
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        String path = address.getPath();
        return new DatabaseAddress(host, Integer.toString(port), path.substring(path.indexOf('/') + 1));
    }
}
