package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the topology, judged by the guarantees. A failure names the seed: {@code -Dcouplet.topology.first=SEED
 * -Dcouplet.topology.seeds=1} lives that one again.
 */
class TopologyHistoriesTest {
    private static final int SEEDS = Integer.getInteger("couplet.topology.seeds", 60);
    private static final long FIRST = Long.getLong("couplet.topology.first", 1);
    private static final int ACTIONS = Integer.getInteger("couplet.topology.actions", 200);

    @Test
    void everyHistoryKeepsThePromises() {
        List<String> failures = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            failures.addAll(violations(seed));
        }
        assertThat(failures).as("%d seeds from %d", SEEDS, FIRST).isEmpty();
    }

    private static List<String> violations(long seed) {
        try (TopologyHistory history = new TopologyHistory(seed, event -> {})) {
            return history.violations(ACTIONS).stream()
                    .map(violation -> "seed " + seed + ": " + violation)
                    .toList();
        }
    }
}
