package io.couplet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSameSeedTellsTheSameHistory(long seed) {
        Recording first = History.of(seed, 400).play(Guards.ALL, Witness.NOBODY).recording();
        Recording second = History.of(seed, 400).play(Guards.ALL, new Teller()).recording();

        assertThat(second).usingRecursiveComparison().ignoringFields("mappings").isEqualTo(first);
    }

    @Test
    void everyHistoryComesToRest() {
        for (long seed = 1; seed <= 300; seed++) {
            assertThat(History.of(seed, 400).play(Guards.ALL, Witness.NOBODY).silent())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }
}
