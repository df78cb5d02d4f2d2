package io.couplet.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A system's database as one of its users sees it.
 *
 * @param url where
 * @param user login role, also its password
 */
public record Database(String url, String user) {

    /** Runs a statement; how many rows it touched. */
    public int update(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    /** The first column of the first row as text, empty where there is no row or it is null. */
    public String value(String sql) {
        List<String> values = values(sql);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The first column of all rows as text. */
    public List<String> values(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(Objects.requireNonNullElse(rows.getString(1), ""));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(sql + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the value is as expected. */
    void awaitValue(String sql, String expected) {
        awaitValue(sql, expected::equals);
    }

    void awaitValue(String sql, Predicate<String> expected) {
        await(sql)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> value(sql), expected);
    }

    /** A connection of that user, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, user);
    }
}
