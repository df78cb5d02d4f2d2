package io.couplet.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What is on its way: it moves one by one, in order within a lane and in any order between lanes. Some lanes are slow. */
final class Lanes {
    private static final int SLOW_LANES = 4;
    private static final int SLOWNESS = 6;

    private final Map<String, Deque<Runnable>> lanes = new TreeMap<>();
    private final Set<String> slow = new HashSet<>();
    private final Random random;

    Lanes(Random random) {
        this.random = random;
    }

    /** Sends something on its way. */
    void add(String lane, Runnable arrival) {
        if (!lanes.containsKey(lane) && random.nextInt(SLOW_LANES) == 0) {
            slow.add(lane);
        }
        lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).add(arrival);
    }

    /** Lets the first of some lane arrive; false where nothing is on its way. */
    boolean moveOne() {
        List<String> busy = new ArrayList<>();
        lanes.forEach((name, waiting) -> {
            if (!waiting.isEmpty()) {
                busy.add(name);
            }
        });
        if (busy.isEmpty()) {
            return false;
        }
        String lane = busy.get(random.nextInt(busy.size()));
        if (slow.contains(lane) && random.nextInt(SLOWNESS) != 0) {
            lane = busy.get(random.nextInt(busy.size()));
        }
        Objects.requireNonNull(lanes.get(lane)).remove().run();
        return true;
    }
}
