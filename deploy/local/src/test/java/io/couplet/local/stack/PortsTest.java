package io.couplet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {
    @Test
    void sevenPortsFollowTheBase() {
        assertThat(Ports.from(20_000).byName().values())
                .containsExactly(20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006);
    }

    @Test
    void baseThatLeavesTheRangeIsWrongUsage() {
        assertThatThrownBy(() -> Ports.from(65_530))
                .isInstanceOfSatisfying(
                        StackException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE));
    }

    @Test
    void directoryRemembersThePortsOfItsStack(@TempDir Path folder) {
        DataDirectory data = new DataDirectory(folder);
        data.create();
        assertThat(data.ports()).isEqualTo(Ports.DEFAULT);

        data.remember(Ports.from(21_000));

        assertThat(data.ports()).isEqualTo(Ports.from(21_000));
    }
}
