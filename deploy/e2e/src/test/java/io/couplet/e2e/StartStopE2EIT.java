package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stack is stopped, killed and started again: nothing is lost, nothing stays behind. */
@ExtendWith(StartedStack.Extension.class)
class StartStopE2EIT {
    private final StartedStack stack;
    private final Database erp;
    private final Database crm;

    StartStopE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    /** Where the test has failed half-way, the others still need the stack. */
    @AfterEach
    void leaveItRunning() {
        if (stack.processes().running().isEmpty()) {
            stack.up();
        }
    }

    @Test
    @DisplayName("All processes together are small enough for a laptop")
    void isSmall() {
        long megabytes = stack.memory() >> 20;
        System.out.println("all processes together: " + megabytes + " MB RSS");
        assertThat(megabytes).as("MB of all processes").isLessThan(2_500);
    }

    @Test
    @DisplayName("Once the sample data is in step, nothing of it waits or is set aside")
    void nothingIsLeftOver() {
        assertThat(stack.setAside()).startsWith("Nothing waits");
    }

    @Test
    @DisplayName("up after down, and after kill -9 of everything, continues with nothing lost")
    void continuesAfterDownAndAfterKill() {
        String number = erp.value("select min(\"No_\") from \"CRONUS$Customer\"");

        edit(number, "before down");
        stack.settle();
        stack.down();
        assertThat(stack.processes().running()).isEmpty();
        assertThat(stack.couplet("status").exit()).isEqualTo(4);

        stack.up();
        assertThat(fax(number)).isEqualTo("before down");
        edit(number, "before kill");
        stack.processes().running().forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stack.processes().running().isEmpty());

        stack.up();
        stack.settle();
        assertThat(fax(number)).isEqualTo("before kill");
    }

    private void edit(String number, String value) {
        erp.update("update \"CRONUS$Customer\" set \"Fax No_\" = '" + value + "' where \"No_\" = '" + number + "'");
    }

    private String fax(String number) {
        return crm.value("select fax from account where accountnumber = '" + number + "'");
    }
}
