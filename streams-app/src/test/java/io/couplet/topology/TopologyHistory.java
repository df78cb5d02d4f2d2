package io.couplet.topology;

import io.couplet.guarantee.Guarantees;
import io.couplet.guarantee.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** One random life of a {@link SlowWorld}. The seed says everything. */
final class TopologyHistory implements AutoCloseable {
    private static final int MOVES = 50_000;

    private final Random random;
    private final Habits habits;
    private final SlowWorld world;
    private final People people;
    private final Operators operators;

    /**
     * A life that has not begun.
     *
     * @param story is told what happens in it
     */
    TopologyHistory(long seed, Consumer<Object> story) {
        random = new Random(seed);
        habits = Habits.any(random);
        story.accept(habits);
        world = new SlowWorld(random, habits, story);
        people = new People(world, random);
        operators = new Operators(world, random);
    }

    /** Lives it, and says what it has broken. */
    List<String> violations(int actions) {
        people.populate();
        world.beginCapture();
        for (int i = 0; i < actions; i++) {
            act();
        }
        Recording recording = world.recording(settle());
        List<String> violations = new ArrayList<>();
        Guarantees.violations(recording).forEach(violation -> violations.add(violation.toString()));
        world.deadLetters().forEach(letter -> violations.add("a dead letter: " + letter.getCause()));
        return violations;
    }

    private void act() {
        int dice = random.nextInt(1_000);
        if (dice < habits.operators()) {
            operators.ask();
        } else if (dice < habits.operators() + habits.removals()) {
            if (random.nextInt(3) == 0) {
                people.revive();
            } else {
                people.delete();
            }
        } else {
            usual(random.nextInt(100));
        }
    }

    private void usual(int dice) {
        if (dice < 60) {
            world.move();
        } else if (dice < 82) {
            people.edit();
        } else if (dice < 87) {
            people.insert();
        } else if (dice < 90) {
            people.automate();
        } else if (dice < 92) {
            people.filter();
        } else if (dice < 94) {
            people.renumber();
        } else if (dice < 97) {
            people.read();
        } else if (dice == 97) {
            world.carryOutLate();
        } else if (dice == 98) {
            seldom();
        } else {
            world.switchLenience();
        }
    }

    private void seldom() {
        if (random.nextBoolean()) {
            world.poison();
        } else {
            world.restart();
        }
    }

    private boolean settle() {
        for (int i = 0; i < MOVES; i++) {
            if (!world.move()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        world.close();
    }
}
