package io.couplet.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * One sandbox database: the ERP's or the CRM's. Every operation is one transaction, so that after a crash it is either done
 * or to be done again; doing it twice changes nothing. Holds no connection between calls. Both sandboxes may be prepared at
 * the same time, if they stand on different servers: roles belong to a server.
 */
public final class Sandbox {
    private static final List<String> COMPANIES = List.of("CRONUS", "FABRIKAM");
    private static final List<String> ERP = List.of("common", "erp");
    private static final List<String> COMPANY =
            List.of("erp-company", "erp-products", "erp-inventory", "erp-sales", "erp-prices");
    private static final List<String> CRM =
            List.of("common", "crm", "crm-products", "crm-statistics", "crm-sales", "crm-prices");

    private final String name;
    private final ConnectionSettings admin;
    private final SampleLoader loader;
    private final List<String> scripts;

    private Sandbox(String name, ConnectionSettings admin, SampleLoader loader, List<String> scripts) {
        this.name = name;
        this.admin = admin;
        this.loader = loader;
        this.scripts = scripts;
    }

    /** The ERP in that database, which exists already. The settings are a superuser's. */
    public static Sandbox erp(ConnectionSettings admin) {
        Stream<String> common = ERP.stream().map(Sandbox::script);
        Stream<String> companies =
                COMPANIES.stream().flatMap(company -> COMPANY.stream().map(each -> script(each, company)));
        return new Sandbox(
                "erp", admin, new ErpLoader(), Stream.concat(common, companies).toList());
    }

    /** The CRM in that database, which exists already. The settings are a superuser's. */
    public static Sandbox crm(ConnectionSettings admin) {
        return new Sandbox(
                "crm", admin, new CrmLoader(), CRM.stream().map(Sandbox::script).toList());
    }

    /** Whether the tables are there. */
    public boolean isInstalled() throws SQLException {
        try (Connection connection = admin.open()) {
            return isInstalled(connection);
        }
    }

    /** Makes roles, tables, rules and the publication, unless they are there. */
    public void install() throws SQLException {
        try (Connection connection = admin.open()) {
            if (isInstalled(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (String script : scripts) {
                    statement.execute(script);
                }
            }
            connection.commit();
        }
    }

    /** Whether sample data has been loaded. */
    public boolean isLoaded() throws SQLException {
        try (Connection connection = admin.open()) {
            return isInstalled(connection) && isLoaded(connection);
        }
    }

    /** Makes up sample data and loads it, unless some has been loaded. */
    public void load(int scale, long seed) throws SQLException {
        if (!isLoaded()) {
            load(SampleData.ofAllCompanies(scale, seed));
        }
    }

    /** Loads the part of one company's data that stands in this system, unless some has been loaded. Needs an installed sandbox. */
    public void load(SampleData data) throws SQLException {
        load(List.of(data));
    }

    /** The same of several companies, the home company first. */
    public void load(List<SampleData> companies) throws SQLException {
        try (Connection connection = admin.open()) {
            if (isLoaded(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            for (SampleData data : companies) {
                loader.load(connection, data);
            }
            note(connection, companies.get(0));
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("sample data could not be sent to the " + name + " database", e);
        }
    }

    private static boolean isInstalled(Connection connection) throws SQLException {
        return holds(connection, "SELECT to_regclass('couplet.sample_load') IS NOT NULL");
    }

    private static boolean isLoaded(Connection connection) throws SQLException {
        return holds(connection, "SELECT EXISTS (SELECT FROM couplet.sample_load)");
    }

    private static boolean holds(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Also tells the planner how large the tables have become, before anybody plans with their old sizes. */
    private static void note(Connection connection, SampleData data) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO couplet.sample_load (scale, seed) VALUES (?, ?)")) {
            statement.setInt(1, data.scale());
            statement.setLong(2, data.seed());
            statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private static String script(String name, String company) {
        return script(name).replace("{company}", company);
    }

    private static String script(String name) {
        String resource = "/sandbox/" + name + ".sql";
        try (InputStream in = Sandbox.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource cannot be read: " + resource, e);
        }
    }
}
