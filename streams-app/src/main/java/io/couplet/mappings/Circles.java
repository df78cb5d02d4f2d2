package io.couplet.mappings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Finds names that lead back to themselves. */
final class Circles {
    private Circles() {}

    /**
     * One shortest circle through each tangle of names, with its first name repeated at the end. A name that leads directly to itself is
     * none: records of one kind may form a tree.
     */
    static List<List<String>> in(SortedMap<String, Set<String>> leadsTo) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String start : leadsTo.keySet()) {
            List<String> circle = told.contains(start) ? List.of() : through(start, leadsTo);
            if (!circle.isEmpty()) {
                circles.add(circle);
                told.addAll(circle);
            }
        }
        return circles;
    }

    private static List<String> through(String start, Map<String, Set<String>> leadsTo) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String next : leadsTo.getOrDefault(name, Set.of())) {
                boolean toItself = next.equals(name);
                if (!toItself && cameFrom.putIfAbsent(next, name) == null) {
                    open.add(next);
                }
            }
        }
        return cameFrom.containsKey(start) ? wayBack(start, cameFrom) : List.of();
    }

    private static List<String> wayBack(String start, Map<String, String> cameFrom) {
        List<String> circle = new ArrayList<>(List.of(start));
        String name = start;
        do {
            name = cameFrom.getOrDefault(name, start);
            circle.add(0, name);
        } while (!name.equals(start));
        return circle;
    }
}
