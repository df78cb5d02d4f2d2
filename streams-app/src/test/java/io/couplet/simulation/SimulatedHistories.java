package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Guarantee;
import io.couplet.simulation.Simulation.Seeds;
import java.util.List;
import java.util.OptionalLong;

/**
 * The histories that every build plays, once for all tests that look at them. More are played with {@code
 * -Dcouplet.simulation.seeds=1..1000000}.
 */
public final class SimulatedHistories {
    private static final int STEPS = Integer.getInteger("couplet.simulation.steps", 600);
    private static final Seeds SEEDS = seeds(System.getProperty("couplet.simulation.seeds", "1..20000"));

    private SimulatedHistories() {}

    /** Made when somebody asks first. */
    private static final class Played {
        static final Report REPORT = SimulatedHistories.play();
    }

    /** What came of all of them. */
    public static Report report() {
        return Played.REPORT;
    }

    /** How the first seed that breaks a guarantee does so, in short; nothing where all keep it. */
    public static List<String> storyAgainst(Guarantee guarantee) {
        OptionalLong seed = report().firstBroken(guarantee.title());
        return seed.isEmpty()
                ? List.of()
                : Story.shrunk(seed.getAsLong(), STEPS, Guards.ALL, guarantee.title())
                        .lines();
    }

    /** Not within {@link Played}: the workers would wait for that class to be made, and it waits for them. */
    private static Report play() {
        return new Simulation(SEEDS, STEPS, Guards.ALL, true).run(played -> {});
    }

    private static Seeds seeds(String range) {
        String[] ends = range.split("\\.\\.", -1);
        return new Seeds(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
