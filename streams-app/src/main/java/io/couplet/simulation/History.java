package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Recording.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that happens in one world, as a list that can be shortened: each action means something whatever became of the others.
 *
 * @param plan what the world is like
 * @param before what happened before Couplet came
 * @param actions what happens then
 * @param replayed whether all states are rebuilt at the end from what the topics hold, which takes a third of the time of all else
 */
record History(Plan plan, List<Action> before, List<Action> actions, boolean replayed) implements Plot {
    private static final int ROUNDS = 2_000;
    private static final int ONE_REPLAY_IN = 10;

    /** The history that a seed tells. */
    static History of(long seed, int steps) {
        Chance chance = new Chance(seed);
        Plan plan = Plan.of(chance);
        List<Action> before = new ArrayList<>();
        int records = 3 + chance.below(6);
        for (int i = 0; i < records; i++) {
            before.add(new Action(
                    i < 3 ? Deed.INSERT_PERSON : i % 3 == 0 ? Deed.INSERT : Deed.INSERT_KNOWN, chance.next()));
        }
        List<Action> actions = new ArrayList<>(steps);
        for (int i = 0; i < steps; i++) {
            actions.add(new Action(Habits.draw(plan.style(), chance), chance.next()));
        }
        return new History(plan, before, actions, Math.floorMod(seed, ONE_REPLAY_IN) == 0);
    }

    int size() {
        return before.size() + actions.size() + plan.mappings().size();
    }

    History withPlan(Plan other) {
        return new History(other, before, actions, replayed);
    }

    History withBefore(List<Action> others) {
        return new History(plan, others, actions, replayed);
    }

    History withActions(List<Action> others) {
        return new History(plan, before, others, replayed);
    }

    @Override
    public Ending play(Guards guards, Witness witness) {
        World world = new World(plan, guards, witness);
        for (Action action : before) {
            witness.begins();
            action.in(world);
        }
        world.drawSnapshotLines();
        for (Action action : actions) {
            witness.begins();
            action.in(world);
        }
        witness.settles();
        boolean silent = world.settle(ROUNDS);
        SortedMap<String, Digests> digests = silent && replayed ? new Replayed(world).digests() : new TreeMap<>();
        return new Ending(world, silent, digests);
    }
}
