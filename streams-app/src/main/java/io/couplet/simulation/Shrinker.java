package io.couplet.simulation;

import io.couplet.domain.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a history as short as it can be while it still shows what it is told for. */
final class Shrinker {
    private final Predicate<History> shows;

    /**
     * A shrinker.
     *
     * @param shows whether a history still shows it
     */
    Shrinker(Predicate<History> shows) {
        this.shows = shows;
    }

    History shrink(History history) {
        History before = history;
        History after = pass(before);
        while (after.size() < before.size()) {
            before = after;
            after = pass(before);
        }
        return after;
    }

    private History pass(History history) {
        History shorter = withFewer(history, history.actions(), history::withActions);
        History last = shorter;
        shorter = withFewer(last, last.before(), last::withBefore);
        return simpler(shorter);
    }

    private History simpler(History history) {
        History simplest = history;
        for (Mapping mapping : history.plan().mappings()) {
            List<Mapping> others = new ArrayList<>(simplest.plan().mappings());
            others.remove(mapping);
            simplest = others.isEmpty()
                    ? simplest
                    : better(simplest, simplest.plan().with(others));
        }
        for (Plan plan : simplest.plan().simpler()) {
            simplest = better(simplest, plan);
        }
        return simplest;
    }

    private History better(History history, Plan plan) {
        History other = history.withPlan(plan);
        return shows.test(other) ? other : history;
    }

    /** Leaves out runs of actions, long ones first, as long as that is possible. */
    private History withFewer(History history, List<Action> actions, Function<List<Action>, History> with) {
        History shortest = history;
        List<Action> left = actions;
        for (int run = Math.max(1, left.size() / 2); run >= 1; run /= 2) {
            int start = 0;
            while (start < left.size()) {
                List<Action> fewer = new ArrayList<>(left.subList(0, start));
                fewer.addAll(left.subList(Math.min(left.size(), start + run), left.size()));
                History shorter = with.apply(fewer);
                if (shows.test(shorter)) {
                    shortest = shorter;
                    left = fewer;
                } else {
                    start += run;
                }
            }
        }
        return shortest;
    }
}
