package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Guarantees;
import io.couplet.guarantee.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Every order in which a few things can happen to one customer and its account: edits of three fields and a delete on either side, one step of
 * any part, a crash of any part. Not a sample: all of them, but for orders that only swap two events which have nothing to do with each other.
 * After each, everything comes to rest and is judged. For one thread.
 */
public final class SmallWorlds {
    private final Guards guards;
    private final int events;
    private final SmallEvents alphabet = new SmallEvents();
    private long worlds;
    private final List<String> broken = new ArrayList<>();

    /**
     * Nothing was tried yet.
     *
     * @param events how many things happen; a crash in the middle of a step counts as two
     */
    public SmallWorlds(int events, Guards guards) {
        this.events = events;
        this.guards = guards;
    }

    /** Tries all orders; returns this. */
    public SmallWorlds tryAll() {
        go(new ArrayList<>(), 0, 0L);
        return this;
    }

    /** How many orders were judged. */
    public long worlds() {
        return worlds;
    }

    /** What was broken and how, one line each; at most a handful. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    /**
     * Goes on from what happened so far.
     *
     * @param asleep the events, as bits, after which nothing new would follow: they were tried before in an order that means the same
     */
    private void go(List<SmallEvents.Event> past, int spent, long asleep) {
        SmallWorld world = new SmallWorld(guards);
        past.forEach(event -> event.in(world));
        boolean end = true;
        long done = asleep;
        for (SmallEvents.Event event : alphabet.all()) {
            if (spent + event.weight() > events || !event.canHappenIn(world)) {
                continue;
            }
            end = false;
            if ((done & event.bit()) == 0) {
                past.add(event);
                go(past, spent + event.weight(), done & alphabet.independentOf(event));
                past.remove(past.size() - 1);
                done |= event.bit();
            }
        }
        if (end) {
            judge(world, past);
        }
    }

    private void judge(SmallWorld world, List<SmallEvents.Event> past) {
        worlds++;
        List<Violation> violations = Guarantees.violations(world.end().recording());
        if (!violations.isEmpty() && broken.size() < 5) {
            broken.add(past + ": " + violations);
        }
    }

    /** The sides, in the order in which events are tried. */
    static final List<Side> SIDES = List.of(Side.ERP, Side.CRM);
}
