package io.couplet.simulation;

import io.couplet.guarantee.Violation;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a simulation. Immutable. */
public final class Report {
    private final Tally tally;
    private final SortedMap<Long, List<Violation>> broken;
    private final long histories;
    private final Effort effort;

    /**
     * What it took.
     *
     * @param steps in each history
     * @param threads how many worked
     * @param nanos the time it took
     */
    record Effort(int steps, int threads, long nanos) {}

    Report(Tally tally, Map<Long, List<Violation>> broken, long histories, Effort effort) {
        this.tally = tally;
        this.broken = new TreeMap<>(broken);
        this.histories = histories;
        this.effort = effort;
    }

    /** How many histories were played and judged. */
    public long histories() {
        return histories;
    }

    /** The first seed that broke a promise, if one did. */
    public OptionalLong firstBroken() {
        return broken.isEmpty() ? OptionalLong.empty() : OptionalLong.of(broken.firstKey());
    }

    /** The first seed that broke one promise, if any did; {@code guarantee} is its title. */
    public OptionalLong firstBroken(String guarantee) {
        return broken.entrySet().stream()
                .filter(seed -> seed.getValue().stream()
                        .anyMatch(violation -> violation.guarantee().equals(guarantee)))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    /** What each seed broke, of those that were played before the simulation stopped. */
    public SortedMap<Long, List<Violation>> broken() {
        return new TreeMap<>(broken);
    }

    /** How many there were of what, by title and by word; what never happened stands there with a zero. */
    public Map<String, Map<String, Long>> counts() {
        return tally.words();
    }

    /** Speed in a sentence. */
    public String speed() {
        double seconds = effort.nanos() / 1e9;
        double each = seconds * effort.threads();
        return "%,d histories of %,d steps in %.1f s on %d threads: %,.0f histories and %,.0f steps per second and thread"
                .formatted(
                        histories,
                        effort.steps(),
                        seconds,
                        effort.threads(),
                        histories / each,
                        histories * effort.steps() / each);
    }
}
