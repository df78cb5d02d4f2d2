package io.couplet.local.workday;

import java.util.Map;
import java.util.TreeMap;

/** What was done so far, by deed. Safe for any thread. */
final class Tally {
    /**
     * Of one deed.
     *
     * @param done how often it was done
     * @param idle how often there was nothing to do
     * @param refused how often the system refused
     * @param why its words the last time, blank where it never did
     */
    record Count(long done, long idle, long refused, String why) {
        static final Count NONE = new Count(0, 0, 0, "");
    }

    private final Map<String, Count> counts = new TreeMap<>();

    synchronized void done(String deed) {
        Count count = of(deed);
        counts.put(deed, new Count(count.done + 1, count.idle, count.refused, count.why));
    }

    synchronized void idle(String deed) {
        Count count = of(deed);
        counts.put(deed, new Count(count.done, count.idle + 1, count.refused, count.why));
    }

    synchronized void refused(String deed, String why) {
        Count count = of(deed);
        counts.put(deed, new Count(count.done, count.idle, count.refused + 1, why));
    }

    private Count of(String deed) {
        return counts.getOrDefault(deed, Count.NONE);
    }

    /** By the name of the deed. */
    synchronized Map<String, Count> counts() {
        return new TreeMap<>(counts);
    }

    synchronized long total() {
        return counts.values().stream().mapToLong(Count::done).sum();
    }
}
