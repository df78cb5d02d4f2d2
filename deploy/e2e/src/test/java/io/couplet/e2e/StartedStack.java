package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.InStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one stack of this module, started by the launcher before the first test and taken down after the last, or another one for a class that needs
 * other files of the company. Its data and logs stay in {@code target} until the next run. Usable from any thread.
 */
final class StartedStack implements AutoCloseable {
    private static final int PORT_BASE = 27_400;
    private static final String COMPANY =
            Path.of("src", "test", "resources", "company").toAbsolutePath().toString();

    private final DataDirectory data;
    private final Launcher launcher;
    private final StackProcesses processes;
    private final long memory;
    private final String setAside;

    private StartedStack(String name, int portBase, String company) {
        data = new DataDirectory(Path.of("target", name));
        launcher = new Launcher(data.root());
        processes = new StackProcesses(data.root());
        if (data.exists()) {
            // What an earlier run left, for people to look at.
            succeed("reset", "--yes");
        }
        succeed("up", "--detach", "--port-base", Integer.toString(portBase), "--config", company);
        memory = processes.memory();
        setAside = couplet("set-aside").output();
    }

    /**
     * A stack for one class of tests, which closes it.
     *
     * @param company the company's own files
     */
    static StartedStack ofItsOwn(String name, int portBase, Path company) {
        return new StartedStack(name, portBase, company.toAbsolutePath().toString());
    }

    private void succeed(String... arguments) {
        Ran ran = couplet(arguments);
        assertThat(ran.exit()).as(ran.output()).isZero();
    }

    /** Starts it again with its data, if it was stopped; returns when everything is in step. */
    void up() {
        succeed("up", "--detach");
    }

    /** Stops it; its data stays. */
    void down() {
        succeed("down");
    }

    /** What runs of it now. */
    StackProcesses processes() {
        return processes;
    }

    /** Bytes of memory that all its processes had in use once the sample data was in step. */
    long memory() {
        return memory;
    }

    /** What {@code ./couplet set-aside} said once the sample data was in step. */
    String setAside() {
        return setAside;
    }

    /** Runs {@code ./couplet} on this stack. */
    Ran couplet(String... arguments) {
        return launcher.couplet(arguments);
    }

    /** Runs a statement as a login role through {@code ./couplet sql}, which must succeed. */
    void sql(String system, String user, String statement) {
        succeed("sql", system, user, statement);
    }

    Endpoints endpoints() {
        return new Endpoints(data.ports());
    }

    Path data() {
        return data.root();
    }

    Database erp(String user) {
        return new Database("jdbc:postgresql://localhost:" + data.ports().erp() + "/erp", user);
    }

    Database crm(String user) {
        return new Database("jdbc:postgresql://localhost:" + data.ports().crm() + "/crm", user);
    }

    /** Waits until everything that was committed so far has arrived and nothing is on its way. */
    void settle() {
        settle(Duration.ofSeconds(60));
    }

    void settle(Duration limit) {
        try (InStep inStep = new InStep(endpoints())) {
            inStep.await(limit, message -> {});
        }
    }

    /** What {@code ./couplet status --json} says. */
    JsonNode status() {
        Ran ran = couplet("status", "--json");
        assertThat(ran.exit()).as(ran.output()).isZero();
        try {
            return new ObjectMapper().readTree(ran.output());
        } catch (IOException e) {
            throw new UncheckedIOException(ran.output(), e);
        }
    }

    /**
     * How many commands the systems have carried out, over all couplings.
     *
     * @param toErp in the ERP
     * @param toCrm in the CRM
     */
    record Commands(long toErp, long toCrm) {
        long to(String system) {
            return system.equals("erp") ? toErp : toCrm;
        }
    }

    /** How many commands were carried out so far. */
    Commands commands() {
        JsonNode commands = status().path("commands");
        return new Commands(
                commands.path("toErp").asLong(-1), commands.path("toCrm").asLong(-1));
    }

    @Override
    public void close() {
        down();
        assertThat(processes.running()).isEmpty();
    }

    /** Hands the stack to tests. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == StartedStack.class;
        }

        @Override
        public StartedStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Resource.class, key -> new Resource(), Resource.class)
                    .stack;
        }
    }

    /** Closed by JUnit after the last test of the run. */
    private static final class Resource implements AutoCloseable {
        private final StartedStack stack = new StartedStack("stack", PORT_BASE, COMPANY);

        @Override
        public void close() {
            stack.close();
        }
    }
}
