package io.couplet.local.stack;

import io.couplet.local.sandbox.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** One sandbox's PostgreSQL server, with settings that keep what was committed and let Debezium read it. */
final class PostgresServer {
    /** The superuser of both servers; its password is its name, as for every role of the sandboxes. */
    static final String SUPERUSER = "postgres";

    /** Each line's reason, where it is not plain: PostgreSQL's own default would be wrong for two servers on a laptop. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "localhost"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("wal_level", "logical"),
            Map.entry("track_commit_timestamp", "on"),
            Map.entry("max_wal_senders", "10"),
            Map.entry("max_replication_slots", "10"),
            // A capture that stays away for long must not fill the disk.
            Map.entry("max_slot_wal_keep_size", "4GB"),
            Map.entry("max_wal_size", "512MB"),
            // A killed capture's slot must be free again when its successor comes.
            Map.entry("wal_sender_timeout", "5s"),
            Map.entry("tcp_keepalives_idle", "5"),
            Map.entry("tcp_keepalives_interval", "1"),
            Map.entry("tcp_keepalives_count", "3"),
            Map.entry("client_connection_check_interval", "1s"),
            Map.entry("shared_buffers", "48MB"),
            Map.entry("max_connections", "60"),
            Map.entry("jit", "off"),
            Map.entry("huge_pages", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_line_prefix", "%m [%p] %q%u@%d "));

    private final Component component;
    private final DataDirectory data;
    private final Endpoints endpoints;
    private final Path programs;

    PostgresServer(Component component, DataDirectory data, Endpoints endpoints, Path programs) {
        this.component = component;
        this.data = data;
        this.endpoints = endpoints;
        this.programs = programs;
    }

    /** Makes a database cluster, if there is none, and tells how to start the server on it. */
    ChildSpec prepare() {
        PostgresBinaries binaries = PostgresBinaries.in(programs);
        Path cluster = data.of(component);
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialize(binaries, cluster);
        }
        return new ChildSpec(
                component,
                command(binaries, cluster),
                data.root(),
                Map.of(),
                () -> removeStaleLock(cluster),
                this::answers);
    }

    private List<String> command(PostgresBinaries binaries, Path cluster) {
        List<String> command = new ArrayList<>(RootGuard.command(binaries.postgres()));
        command.addAll(List.of("-D", cluster.toString(), "-p", Integer.toString(endpoints.port(component))));
        SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .forEach(command::add);
        return command;
    }

    private void initialize(PostgresBinaries binaries, Path cluster) {
        Path aside = cluster.resolveSibling(cluster.getFileName() + ".new");
        Trees.delete(aside);
        try {
            Path password = Files.writeString(data.config(component.id() + "-superuser"), SUPERUSER + "\n");
            List<String> command = new ArrayList<>(RootGuard.command(binaries.initdb()));
            command.addAll(List.of("-D", aside.toString(), "-U", SUPERUSER, "--pwfile=" + password));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.log(component).toFile())
                    .start();
            if (initdb.onExit().join().exitValue() != 0) {
                throw new StackException(
                        Exit.FAILURE,
                        component.title() + " cannot be created:\n" + Files.readString(data.log(component)));
            }
            // Only a complete cluster gets the name that the next start looks for.
            Files.move(aside, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * PostgreSQL refuses to start when the process named in its lock file lives, and after a crash of the machine that
     * number may belong to any program. A live server of this cluster is left for PostgreSQL to complain about.
     */
    private static void removeStaleLock(Path cluster) {
        Path lock = cluster.resolve("postmaster.pid");
        try {
            if (Files.exists(lock)
                    && !isPostgres(Files.readAllLines(lock).get(0).strip())) {
                Files.delete(lock);
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new StackException(Exit.FAILURE, "cannot read or remove " + lock + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private boolean answers() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        }
    }

    /** How to reach the sandbox database on this server as the superuser. */
    ConnectionSettings settings() {
        return new ConnectionSettings(endpoints.jdbcUrl(component), SUPERUSER, SUPERUSER);
    }

    /** A connection of the superuser to a database of this server; limited to a second or two while it starts. */
    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", SUPERUSER);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("ApplicationName", "couplet-launcher");
        return DriverManager.getConnection(endpoints.jdbcUrl(component, database), properties);
    }
}
