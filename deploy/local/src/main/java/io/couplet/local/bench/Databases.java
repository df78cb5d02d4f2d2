package io.couplet.local.bench;

import io.couplet.contract.Side;
import io.couplet.local.stack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The two sandbox databases and who may open them; everybody's password is the name of the login, as sandboxes have it. */
public record Databases(Location erp, Location crm) {
    private static final String ADMIN = "postgres";

    /** A database on a server of this machine. */
    public record Location(int port, String database) {}

    /** Those of a stack. */
    public static Databases of(Endpoints endpoints) {
        return new Databases(
                new Location(endpoints.ports().erp(), "erp"),
                new Location(endpoints.ports().crm(), "crm"));
    }

    /** A connection of the superuser, in auto-commit mode; the caller closes it. */
    Connection admin(Side side) throws SQLException {
        return as(side, ADMIN);
    }

    /** A connection of that login, in auto-commit mode; the caller closes it. */
    public Connection as(Side side, String login) throws SQLException {
        Location location = location(side);
        Properties properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", login);
        properties.setProperty("ApplicationName", "couplet");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + location.port + "/" + location.database, properties);
    }

    /** How the other server reaches this one as superuser, in the form that a subscription takes. */
    String connectionText(Side side) {
        Location location = location(side);
        return "host=localhost port=" + location.port + " dbname=" + location.database + " user=" + ADMIN + " password="
                + ADMIN;
    }

    private Location location(Side side) {
        return switch (side) {
            case ERP -> erp;
            case CRM -> crm;
        };
    }
}
