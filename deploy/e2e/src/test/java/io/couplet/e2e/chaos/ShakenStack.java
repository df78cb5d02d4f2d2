package io.couplet.e2e.chaos;

import io.couplet.e2e.Application;
import io.couplet.e2e.Database;
import io.couplet.local.stack.Component;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.InStep;
import io.couplet.local.stack.Installation;
import io.couplet.local.stack.Poll;
import io.couplet.local.stack.Stack;
import io.couplet.local.stack.StackOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A stack whose applications run as processes of the test and reach everything else through relays: two of streams-app, which share the
 * work, and one of connectors, whose place another one can take. Broker, registry and databases are kept running by the stack itself.
 */
public final class ShakenStack implements AutoCloseable {
    /** After how long a silence a process counts as gone. */
    public static final Duration SESSION = Duration.ofSeconds(2);

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String SUPERUSER = "postgres";
    private static final String GROUP = "couplet-streams";

    private final Wiring wiring = new Wiring(SESSION);
    private final DataDirectory data;
    private final Stack stack;
    private final Map<String, Relay> relays = new LinkedHashMap<>();
    private final Worker connectors;
    private final Worker replacement;
    private final List<Worker> streams;

    /** Claims ports and the directory; nothing is started. */
    public ShakenStack(Path directory) {
        data = new DataDirectory(directory);
        stack = Stack.claim(
                new StackOptions(
                        Installation.find(),
                        data,
                        wiring.ports(),
                        1,
                        0,
                        false,
                        wiring.detours(),
                        null,
                        Duration.ofMinutes(2)),
                line -> {});
        wiring.targets().forEach((way, target) -> relays.put(way, new Relay(way, wiring.entrance(way), target)));
        connectors = worker("connectors", Application.CONNECTORS);
        replacement = worker("connectors-2", Application.CONNECTORS);
        streams = List.of(
                worker("streams-app-1", Application.STREAMS_APP), worker("streams-app-2", Application.STREAMS_APP));
        Runtime.getRuntime().addShutdownHook(new Thread(this::dismissApplications, "no-worker-stays"));
    }

    private Worker worker(String name, Application application) {
        Path log = data.root().resolve("logs").resolve(name + ".log");
        return new Worker(name, application.command(config(name)), log);
    }

    private Path config(String name) {
        return data.root().resolve("config").resolve(name + ".yaml");
    }

    /** Starts databases with sample data, broker and registry. */
    public void startInfrastructure() {
        stack.start();
    }

    /** Leaves a small company, so that people meet at the same records. To be called before anything is captured. */
    public void shrink() {
        for (Component system : List.of(Component.ERP, Component.CRM)) {
            try (InputStream in = ShakenStack.class.getResourceAsStream("/chaos/small-" + system.id() + ".sql")) {
                String sql = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
                new Database(endpoints().jdbcUrl(system), SUPERUSER).update(sql);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Lets the applications work under a processing guarantee from now on; returns when they have begun.
     *
     * @param guarantee in Kafka's own word
     */
    public void work(String guarantee) {
        connectors.dismiss();
        write(connectors, wiring.connectors(false, guarantee));
        write(replacement, wiring.connectors(true, guarantee));
        connectors.start();
        for (int i = 0; i < streams.size(); i++) {
            Worker worker = streams.get(i);
            worker.dismiss();
            write(worker, wiring.streams(i + 1, guarantee, data.root().resolve(worker.name())));
        }
        streams.forEach(Worker::start);
        if (!Poll.until(START_LIMIT, () -> wiring.health().stream().allMatch(ShakenStack::healthy))) {
            throw new AssertionError(
                    "streams-app does not begin; see " + data.root().resolve("logs"));
        }
    }

    private static boolean healthy(URI health) {
        try {
            return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(Worker worker, String settings) {
        try {
            Files.writeString(config(worker.name()), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the applications with SIGKILL. */
    private void dismissApplications() {
        connectors.dismiss();
        replacement.dismiss();
        streams.forEach(Worker::dismiss);
    }

    /** The networks, named by what they lead from and to. */
    public List<String> relays() {
        return List.copyOf(relays.keySet());
    }

    /** One of the networks. */
    public Relay relay(String name) {
        return Objects.requireNonNull(relays.get(name), name);
    }

    /** Capture and apply. */
    public Worker connectors() {
        return connectors;
    }

    /** A process that takes the place of {@link #connectors}; not started. */
    public Worker replacement() {
        return replacement;
    }

    /** The two processes that share the decisions. */
    public List<Worker> streams() {
        return streams;
    }

    /** The running process of a part of the infrastructure; empty while it is down. */
    public Optional<ProcessHandle> process(Component component) {
        Path file = data.root().resolve("run").resolve(component.id() + ".pid");
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(text.split(" ", -1)[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses that lead past the relays. */
    public Endpoints endpoints() {
        return new Endpoints(wiring.ports());
    }

    /** The ERP as one of its users sees it. */
    public Database erp(String user) {
        return new Database(endpoints().jdbcUrl(Component.ERP), user);
    }

    /** The CRM as one of its users sees it. */
    public Database crm(String user) {
        return new Database(endpoints().jdbcUrl(Component.CRM), user);
    }

    /**
     * Waits until everything that was committed so far has arrived and nothing is on its way.
     *
     * @throws io.couplet.local.stack.StackException if that is not so within the limit
     */
    public void settle(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean up = Poll.until(limit, () -> answers(erp(SUPERUSER)) && answers(crm(SUPERUSER)));
        try (InStep inStep = new InStep(endpoints())) {
            inStep.await(up ? Duration.ofNanos(end - System.nanoTime()) : Duration.ZERO, System.out::println);
        }
    }

    /** Waits until that many processes share the decisions, as the broker sees it. */
    public void awaitDeciders(int number) {
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints().bootstrap()))) {
            if (!Poll.until(START_LIMIT, () -> deciders(admin) == number)) {
                throw new AssertionError("not " + number + " processes in " + GROUP + ", but " + deciders(admin));
            }
        }
    }

    private static int deciders(Admin admin) {
        try {
            return Objects.requireNonNull(admin.describeConsumerGroups(List.of(GROUP))
                            .describedGroups()
                            .get(GROUP))
                    .get(10, TimeUnit.SECONDS)
                    .members()
                    .size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean answers(Database database) {
        try (Connection connection = database.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Which processes have ended by themselves, in words. */
    public List<String> ends() {
        return Stream.concat(Stream.of(connectors, replacement), streams.stream())
                .flatMap(worker -> worker.ends().stream())
                .toList();
    }

    @Override
    public void close() {
        dismissApplications();
        stack.close();
        relays.values().forEach(Relay::close);
    }
}
