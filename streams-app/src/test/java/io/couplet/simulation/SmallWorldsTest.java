package io.couplet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import org.junit.jupiter.api.Test;

class SmallWorldsTest {

    @Test
    void everyOrderOfSixEventsKeepsAllGuarantees() {
        SmallWorlds worlds = new SmallWorlds(6, Guards.ALL).tryAll();

        assertThat(worlds.broken()).isEmpty();
        assertThat(worlds.worlds()).isGreaterThan(100_000);
    }

    @Test
    void fiveEventsShowWhatAGuardIsGoodFor() {
        assertThat(new SmallWorlds(5, Guards.ALL.without(Guard.CONDITIONAL_WRITE))
                        .tryAll()
                        .broken())
                .isNotEmpty();
    }
}
