package io.couplet.simulation;

import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.List;

/** Everything that can happen in a {@link SmallWorld}, and which two things have nothing to do with each other. */
final class SmallEvents {
    private static final int FIELDS = 3;
    private static final int TIME = 1;

    private final List<Event> all = new ArrayList<>();
    private final List<Long> independent = new ArrayList<>();

    /** What a part is, where it stands in a world. */
    private interface Place {
        Part in(World world);
    }

    /**
     * What an event uses, as bits: states and systems that it reads or changes, logs that it takes a record from, logs that it may add to. Two
     * that share none of each kind may be swapped; one may add to what the other takes from.
     */
    private record Uses(int states, int takes, int adds) {
        boolean nothingIn(Uses other) {
            return (states & other.states) == 0 && (takes & other.takes) == 0 && (adds & other.adds) == 0;
        }
    }

    /** One thing that can happen. */
    abstract static class Event {
        private final String words;
        private final long bit;
        private final Uses uses;

        Event(String words, int number, Uses uses) {
            this.words = words;
            this.bit = 1L << number;
            this.uses = uses;
        }

        long bit() {
            return bit;
        }

        int weight() {
            return 1;
        }

        abstract boolean canHappenIn(SmallWorld world);

        abstract void happen(SmallWorld world);

        final void in(SmallWorld world) {
            world.world.medium.pass(1);
            happen(world);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    SmallEvents() {
        for (Side side : SmallWorlds.SIDES) {
            users(side);
        }
        for (Side side : SmallWorlds.SIDES) {
            Uses capture = new Uses(bit(side, 1), bit(side, 0), bit(side, 1));
            part("capture-" + side.word(), world -> world.capture(side), List.of(capture), false);
        }
        int directory = 1 << 10;
        List<Uses> inputs = List.of(
                new Uses(directory, bit(Side.ERP, 1), INNER),
                new Uses(directory, bit(Side.CRM, 1), INNER),
                new Uses(directory, DIRECTORY_INPUTS, INNER));
        part("directory", world -> world.directory(0), inputs, true);
        Uses pair = new Uses(1 << 11, PAIR_INPUTS, DIRECTORY_INPUTS | bit(Side.ERP, 2) | bit(Side.CRM, 2));
        part("pair", world -> world.pair(0), List.of(pair), true);
        for (Side side : SmallWorlds.SIDES) {
            Uses applier = new Uses(TIME | bit(side, 0) | bit(side, 2), bit(side, 2), PAIR_INPUTS | bit(side, 0));
            part("applier-" + side.word(), world -> world.applier(side), List.of(applier), false);
        }
        for (Event event : all) {
            independent.add(independent(event));
        }
    }

    private static final int DIRECTORY_INPUTS = 1 << 8;
    private static final int PAIR_INPUTS = 1 << 9;
    private static final int INNER = DIRECTORY_INPUTS | PAIR_INPUTS;

    /** The bit of something that each side has: 0 its system and journal, 1 its capture and changes, 2 its applier and commands. */
    private static int bit(Side side, int which) {
        return 2 << (which * 2 + (side == Side.ERP ? 0 : 1));
    }

    List<Event> all() {
        return all;
    }

    /** The events, as bits, that may be swapped with one. */
    long independentOf(Event event) {
        return independent.get(Long.numberOfTrailingZeros(event.bit));
    }

    private long independent(Event event) {
        long bits = 0;
        for (Event other : all) {
            if (event.uses.nothingIn(other.uses)) {
                bits |= other.bit;
            }
        }
        return bits;
    }

    private void users(Side side) {
        Uses uses = new Uses(TIME | bit(side, 0), 0, bit(side, 0));
        for (int i = 0; i < FIELDS; i++) {
            int field = i;
            all.add(new Event(side.word() + " field " + field + " edited", all.size(), uses) {
                @Override
                boolean canHappenIn(SmallWorld world) {
                    return world.holds(side);
                }

                @Override
                void happen(SmallWorld world) {
                    world.edit(side, field);
                }
            });
        }
        all.add(new Event(side.word() + " record deleted", all.size(), uses) {
            @Override
            boolean canHappenIn(SmallWorld world) {
                return world.holds(side);
            }

            @Override
            void happen(SmallWorld world) {
                world.delete(side);
            }
        });
    }

    /** Steps of a part, crashes in the middle of them, and crashes between them. */
    private void part(String name, Place place, List<Uses> inputs, boolean stateful) {
        int takes = 0;
        for (int i = 0; i < inputs.size(); i++) {
            int input = i;
            takes |= inputs.get(i).takes;
            all.add(new Step(name + " reads " + input, all.size(), inputs.get(i), place, input));
            all.add(new BrokenStep(
                    name + " reads " + input + " and crashes", all.size(), inputs.get(i), place, input, false));
            if (stateful) {
                all.add(new BrokenStep(
                        name + " reads " + input + " and crashes without a trace",
                        all.size(),
                        inputs.get(i),
                        place,
                        input,
                        true));
            }
        }
        Uses uses = new Uses(inputs.get(0).states, takes, inputs.get(0).adds);
        all.add(new Crash(name + " crashes", all.size(), uses, place, false));
        if (stateful) {
            all.add(new Crash(name + " crashes and forgets", all.size(), uses, place, true));
        }
    }

    /** A part reads one record, and what it writes is taken. */
    private static class Step extends Event {
        final Place place;
        final int input;

        Step(String words, int number, Uses uses, Place place, int input) {
            super(words, number, uses);
            this.place = place;
            this.input = input;
        }

        @Override
        boolean canHappenIn(SmallWorld world) {
            return place.in(world.world).hasWork(input);
        }

        @Override
        void happen(SmallWorld world) {
            Part part = place.in(world.world);
            part.workOn(input);
            part.flush();
        }
    }

    /** A part reads one record and crashes before anything of what it writes is taken. */
    private static final class BrokenStep extends Step {
        private final boolean statesLost;

        BrokenStep(String words, int number, Uses uses, Place place, int input, boolean statesLost) {
            super(words, number, uses, place, input);
            this.statesLost = statesLost;
        }

        @Override
        int weight() {
            return 2;
        }

        @Override
        void happen(SmallWorld world) {
            world.world.ledger.crashes();
            Part part = place.in(world.world);
            part.workOn(input);
            part.crash(statesLost);
        }
    }

    /** A part crashes after everything it wrote was taken, and before it has committed that. */
    private static final class Crash extends Event {
        private final Place place;
        private final boolean statesLost;

        Crash(String words, int number, Uses uses, Place place, boolean statesLost) {
            super(words, number, uses);
            this.place = place;
            this.statesLost = statesLost;
        }

        @Override
        boolean canHappenIn(SmallWorld world) {
            Part part = place.in(world.world);
            return part.wouldReadAgain() && (!statesLost || part.hasUncommittedStates());
        }

        @Override
        void happen(SmallWorld world) {
            world.world.ledger.crashes();
            place.in(world.world).crash(statesLost);
        }
    }
}
