package io.couplet.local.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a set of edits.
 *
 * @param edits how many were made
 * @param superseded did not arrive, but a later edit of the same field of the same record did
 * @param missing did not arrive, and no later edit of that field either: there should be none
 * @param late begun more than a millisecond after they were due
 * @param latency from commit to commit, of those that arrived; from the moment it was due for an edit that was late
 * @param lateness how late the edits were begun
 * @param firstCommit of all edits, microseconds since the epoch
 * @param lastCommit of all edits, microseconds since the epoch
 * @param lastArrival the last commit in the target, microseconds since the epoch; 0 if nothing arrived
 */
record Accounting(
        int edits,
        int superseded,
        int missing,
        int late,
        Percentiles latency,
        Percentiles lateness,
        long firstCommit,
        long lastCommit,
        long lastArrival) {
    private static final long IN_TIME_MICROS = 1_000;

    /**
     * Brings edits and arrivals together.
     *
     * @param arrivals when each token was committed in the target, microseconds since the epoch
     */
    static Accounting of(List<CommittedEdit> edits, Map<String, Long> arrivals) {
        Map<Place, List<CommittedEdit>> places = new HashMap<>();
        edits.forEach(edit -> places.computeIfAbsent(Place.of(edit), place -> new ArrayList<>())
                .add(edit));
        Set<CommittedEdit> superseded = new HashSet<>();
        places.values().forEach(place -> addSuperseded(place, arrivals, superseded));
        List<CommittedEdit> arrived = edits.stream()
                .filter(edit -> arrivals.containsKey(edit.edit().token()))
                .toList();
        return new Accounting(
                edits.size(),
                superseded.size(),
                edits.size() - arrived.size() - superseded.size(),
                (int) edits.stream().filter(Accounting::isLate).count(),
                Percentiles.ofMicros(arrived.stream().mapToLong(edit -> latency(edit, arrival(edit, arrivals)))),
                Percentiles.ofMicros(edits.stream().mapToLong(CommittedEdit::lateMicros)),
                edits.stream().mapToLong(CommittedEdit::committedAt).min().orElse(0),
                edits.stream().mapToLong(CommittedEdit::committedAt).max().orElse(0),
                arrived.stream()
                        .mapToLong(edit -> arrival(edit, arrivals))
                        .max()
                        .orElse(0));
    }

    private static void addSuperseded(
            List<CommittedEdit> place, Map<String, Long> arrivals, Set<CommittedEdit> superseded) {
        place.sort(Comparator.comparingLong(CommittedEdit::committedAt).reversed());
        boolean laterArrived = false;
        for (CommittedEdit edit : place) {
            boolean arrived = arrivals.containsKey(edit.edit().token());
            if (laterArrived && !arrived) {
                superseded.add(edit);
            }
            laterArrived |= arrived;
        }
    }

    private static long latency(CommittedEdit edit, long arrival) {
        return arrival - edit.committedAt() + (isLate(edit) ? edit.lateMicros() : 0);
    }

    private static long arrival(CommittedEdit edit, Map<String, Long> arrivals) {
        return arrivals.getOrDefault(edit.edit().token(), 0L);
    }

    private static boolean isLate(CommittedEdit edit) {
        return edit.lateMicros() > IN_TIME_MICROS;
    }

    /** A field of a record: where one edit can supersede another. */
    private record Place(Pair pair, int field) {
        static Place of(CommittedEdit edit) {
            return new Place(edit.edit().pair(), edit.edit().field());
        }
    }
}
