package io.couplet.connectors.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server with one database per test class; it can be stopped and come back with its data. */
public final class Database {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Path directory;
    private final Path workingDirectory;
    private int port;
    private @Nullable EmbeddedPostgres server;

    private Database(Path directory, Path workingDirectory) {
        this.directory = directory;
        this.workingDirectory = workingDirectory;
    }

    static Database start() throws IOException {
        Database database =
                new Database(Files.createTempDirectory("couplet-pg"), Files.createTempDirectory("couplet-pg-bin"));
        database.comeBack();
        Runtime.getRuntime().addShutdownHook(new Thread(database::goDown));
        return database;
    }

    /** Starts the server on its old port with its old data. */
    public void comeBack() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setOverrideWorkingDirectory(workingDirectory.toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(LIMIT)
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_wal_senders", "20")
                    .setServerConfig("max_replication_slots", "20")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("wal_sender_timeout", "10s");
            server = (port == 0 ? builder : builder.setPort(port)).start();
            port = server.getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops the server; its data stay. Returns when it has ended, for which it waits until captures have heard of all changes. */
    public void goDown() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Path lock = directory.resolve("postmaster.pid");
            Awaitility.await().atMost(LIMIT).until(() -> !Files.exists(lock));
        }
    }

    /** Makes a database from a script of this class path and gives its JDBC address. */
    public String create(String script) {
        String name = "test" + NAMES.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name);
        try (InputStream in = Database.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalArgumentException(script);
            }
            execute(url(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return url(name);
    }

    private String url(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /** Runs statements as the owner of everything. */
    public static void execute(String url, String sql) {
        executeAs(url, "postgres", sql);
    }

    /** Runs statements as one of the logins, whose password is its name. */
    public static void executeAs(String url, String login, String sql) {
        try (Connection connection = DriverManager.getConnection(url, login, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row, as text. */
    public static @Nullable String query(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
