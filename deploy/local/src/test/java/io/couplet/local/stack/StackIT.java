package io.couplet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real processes, started, killed and stopped; without connectors and streams-app. */
final class StackIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static StackUnderTest stack = new StackUnderTest(Path.of("unset"));

    @BeforeAll
    static void chooseDirectory() {
        stack = new StackUnderTest(folder.resolve("data"));
    }

    @AfterAll
    static void stopAll() throws IOException {
        stack.down();
    }

    @BeforeEach
    void ensureRunning() throws IOException {
        if (stack.supervisor().isEmpty()) {
            CommandResult result = stack.up();
            assertThat(result.exit()).as(result.text()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {"ERP", "BROKER", "REGISTRY"})
    void killedProcessIsStartedAgain(Component component) {
        ProcessHandle killed = stack.process(component).orElseThrow();

        killed.destroyForcibly();

        await().atMost(LIMIT)
                .until(() -> stack.process(component)
                        .filter(process -> process.pid() != killed.pid())
                        .isPresent());
        await().atMost(LIMIT).ignoreExceptions().until(() -> answers(component));
    }

    @Test
    void killedSupervisorTakesAllItsProcessesAlong() throws IOException {
        List<ProcessHandle> all = stack.processes();

        stack.supervisor().orElseThrow().destroyForcibly();

        await().atMost(LIMIT).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(stack.up().exit()).as("it continues on the data left behind").isZero();
    }

    @Test
    void downLeavesNoProcessAndSaysSoTheSecondTime() throws IOException {
        List<ProcessHandle> all = stack.processes();

        CommandResult first = stack.down();
        CommandResult second = stack.down();

        assertThat(first.exit()).as(first.text()).isZero();
        assertThat(all).hasSize(5).noneMatch(ProcessHandle::isAlive);
        assertThat(second.exit()).isEqualTo(Exit.NOT_RUNNING.code());
    }

    @Test
    void secondUpIsRefused() throws IOException {
        CommandResult again = stack.up();

        assertThat(again.exit()).isEqualTo(Exit.ALREADY_RUNNING.code());
        assertThat(again.text()).contains("already running").contains("couplet down");
    }

    @Test
    void portInUseIsNamedWithItsOwnerAndTheWayOut() throws IOException {
        int base = stack.portBase();

        CommandResult other = StackUnderTest.couplet(
                new DataDirectory(folder.resolve("other")), "up", "--port-base", Integer.toString(base));

        assertThat(other.exit()).isEqualTo(Exit.ALREADY_RUNNING.code());
        assertThat(other.text())
                .contains("port " + base + " (erp) is in use")
                .contains(
                        "process " + stack.process(Component.ERP).orElseThrow().pid())
                .contains("--port-base");
    }

    @Test
    void statementIsRunAsTheUserNamed() throws IOException {
        CommandResult result = stack.couplet("sql", "crm", "anna", "select session_user as who");

        assertThat(result.exit()).as(result.text()).isZero();
        assertThat(result.text().lines().toList()).containsExactly("who", "----", "anna", "(1 row)");
    }

    @Test
    void refusedStatementShowsTheDatabasesWords() throws IOException {
        CommandResult result = stack.couplet("sql", "erp", "anna", "select * from nowhere");

        assertThat(result.exit()).isEqualTo(Exit.FAILURE.code());
        assertThat(result.text()).contains("relation \"nowhere\" does not exist");
    }

    private static boolean answers(Component component) throws Exception {
        return switch (component) {
            case ERP, CRM -> databaseAnswers(component);
            case BROKER -> brokerAnswers();
            case REGISTRY ->
                HttpProbe.text(java.net.URI.create(stack.endpoints().registry() + "/subjects"))
                        .contains("couplet.couplings-value");
            case CONNECTORS, STREAMS_APP -> throw new IllegalArgumentException(component.id());
        };
    }

    private static boolean databaseAnswers(Component component) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.endpoints().jdbcUrl(component), "anna", "anna")) {
            return connection.isValid(1);
        }
    }

    private static boolean brokerAnswers() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.endpoints().bootstrap());
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get(2, TimeUnit.SECONDS).contains("couplet.couplings");
        }
    }
}
