package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.InStep;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of its own is started, stopped, killed and started again: nothing is lost, nothing stays behind. */
class StartStopE2EIT {
    private static final String BASE = "27600";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** Also where the test has failed half-way. */
    @AfterEach
    void leaveNothingBehind() throws IOException {
        new Launcher(folder).couplet("down");
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @DisplayName("up after down, and after kill -9 of everything, continues with nothing lost")
    void continuesAfterDownAndAfterKill() throws IOException {
        Launcher launcher = new Launcher(folder);
        succeed(launcher.couplet("up", "--detach", "--port-base", BASE));
        DataDirectory data = new DataDirectory(folder);
        Database erp =
                new Database("jdbc:postgresql://localhost:" + data.ports().erp() + "/erp", "anna");
        Database crm =
                new Database("jdbc:postgresql://localhost:" + data.ports().crm() + "/crm", "carla");
        String number = erp.value("select min(\"No_\") from \"CRONUS$Customer\"");
        long megabytes = memory(processes()) >> 20;
        System.out.println("all processes together: " + megabytes + " MB RSS");
        assertThat(megabytes).as("MB of all processes").isLessThan(2_500);

        edit(erp, number, "before down");
        settle(data);
        succeed(launcher.couplet("down"));
        assertThat(processes()).isEmpty();
        assertThat(launcher.couplet("status").exit()).isEqualTo(4);

        succeed(launcher.couplet("up", "--detach"));
        assertThat(fax(crm, number)).isEqualTo("before down");
        edit(erp, number, "before kill");
        processes().forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(20)).until(() -> processes().isEmpty());

        succeed(launcher.couplet("up", "--detach"));
        settle(data);
        assertThat(fax(crm, number)).isEqualTo("before kill");
        succeed(launcher.couplet("down"));
        assertThat(processes()).isEmpty();
    }

    private static void edit(Database erp, String number, String value) {
        erp.update("update \"CRONUS$Customer\" set \"Fax No_\" = '" + value + "' where \"No_\" = '" + number + "'");
    }

    private static String fax(Database crm, String number) {
        return crm.value("select fax from account where accountnumber = '" + number + "'");
    }

    private static void settle(DataDirectory data) {
        try (InStep inStep = new InStep(new Endpoints(data.ports()))) {
            inStep.await(Duration.ofSeconds(60), message -> {});
        }
    }

    private static void succeed(Ran ran) {
        assertThat(ran.exit()).as(ran.output()).isZero();
    }

    /** Every process that names the data directory in its command line or its environment, and what those started. */
    private Set<ProcessHandle> processes() throws IOException {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path about = Path.of("/proc", Long.toString(process.pid()));
            boolean ours = process.pid() != ProcessHandle.current().pid()
                    && (read(about.resolve("cmdline")) + read(about.resolve("environ"))).contains(folder.toString());
            if (ours) {
                all.add(process);
                process.descendants().forEach(all::add);
            }
        }
        return all;
    }

    private static long memory(Set<ProcessHandle> processes) throws IOException {
        long pages = 0;
        for (ProcessHandle process : processes) {
            String statm = read(Path.of("/proc", Long.toString(process.pid()), "statm"));
            pages += statm.isEmpty() ? 0 : Long.parseLong(statm.split(" ", -1)[1]);
        }
        return pages * 4096;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return ""; // the process has just ended
        } catch (AccessDeniedException e) {
            return ""; // somebody else's process
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw e;
        }
    }
}
