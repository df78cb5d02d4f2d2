package io.couplet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    @Test
    void onlyWhatMattersIsLeft() {
        Predicate<History> bothSidesDelete = history -> history.actions().stream()
                        .filter(action -> action.deed() == Deed.DELETE)
                        .count()
                >= 2;
        History history = History.of(seedThatShows(bothSidesDelete), 600);

        History shortest = new Shrinker(bothSidesDelete).shrink(history);

        assertThat(shortest.actions()).extracting(Action::deed).containsExactly(Deed.DELETE, Deed.DELETE);
        assertThat(shortest.before()).isEmpty();
        assertThat(shortest.plan().mappings()).hasSize(1);
        assertThat(shortest.plan().partitions()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOfAHistoryCanBePlayed() {
        History history = History.of(3, 200);

        for (int kept = 0; kept <= 200; kept += 20) {
            History part = history.withActions(history.actions().subList(0, kept))
                    .withBefore(history.before().subList(0, 1));
            assertThat(new Judged(part, io.couplet.domain.guard.Guards.ALL).ending())
                    .isNotNull();
        }
    }

    private static long seedThatShows(Predicate<History> shown) {
        long seed = 1;
        while (!shown.test(History.of(seed, 600))) {
            seed++;
        }
        return seed;
    }
}
