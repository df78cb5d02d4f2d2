package io.couplet.local.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach a database.
 *
 * @param url JDBC address
 */
public record ConnectionSettings(String url, String user, String password) {

    /** Opens a connection, which the caller closes. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[url=" + url + ", user=" + user + ", password=***]";
    }
}
