package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A world in which a script says what happens, one thing at a time: what people do, which part reads which record, what of it is lost. Nothing
 * happens by itself before {@link #rests}.
 *
 * <p>A script can be played with any guard off. What it asks for in vain then is left out: a row is not there, a part has nothing to read.
 */
final class Scene {
    private static final int ROUNDS = 200;

    final World world;
    final People people;
    final Expectations expects;
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> idle = new ArrayList<>();

    /** A world without rows, in which nothing has happened. */
    Scene(Plan plan, Guards guards, Witness witness) {
        world = new World(plan, guards, witness);
        people = new People(this);
        expects = new Expectations(this);
        for (Side side : Side.values()) {
            actors.add(new Actor(this, world.capture(side)));
            actors.add(new Actor(this, world.applier(side)));
        }
        for (int p = 0; p < plan.partitions(); p++) {
            actors.add(new Actor(this, world.directory(p)));
            actors.add(new Actor(this, world.pair(p)));
        }
    }

    // ---- who takes part --------------------------------------------------------------------------------------------

    Actor capture(Side side) {
        return actor(world.capture(side));
    }

    Actor applier(Side side) {
        return actor(world.applier(side));
    }

    /** The Directory; its first partition where there are several. */
    Actor directory() {
        return actor(world.directory(0));
    }

    /** The couplings; their first partition where there are several. */
    Actor pair() {
        return actor(world.pair(0));
    }

    /** The Directory's partition that knows a record, an alias or a match key. */
    Actor directory(String key) {
        return actor(world.directory(partition(key)));
    }

    /** The Directory's partition that knows a record. */
    Actor directory(RecordRef ref) {
        return directory(ref.text());
    }

    /** The partition of a coupling. */
    Actor pair(String coupling) {
        return actor(world.pair(world.medium.topics.pairInputs.of(coupling).partition));
    }

    private Actor actor(Part part) {
        return actors.stream().filter(each -> each.is(part)).findFirst().orElseThrow();
    }

    /** The partition of a record, an alias or a match key. */
    int partition(String key) {
        return world.medium.topics.directoryInputs.of(key).partition;
    }

    // ---- what is called how ----------------------------------------------------------------------------------------

    Mapping customers() {
        return world.rules.mapping(world.rules.number(WorldMappings.CUSTOMERS));
    }

    /** The mapping that a record's table is about. */
    Mapping mapping(RecordRef ref) {
        return world.rules.mapping(world.rules.about(Table.of(ref)).get(0));
    }

    /** The coupling that a record founds first. */
    String coupling(RecordRef lead) {
        return coupling(lead, 0);
    }

    /** The coupling that a record founds after it was released so many times. */
    String coupling(RecordRef lead, int incarnation) {
        return NameUuid.of(mapping(lead).name(), lead.text(), Integer.toString(incarnation));
    }

    /** The account, or customer, that is created for a record in its first coupling. */
    RecordRef counterpart(RecordRef lead) {
        return createdBy(coupling(lead), lead);
    }

    /** The record that a coupling creates for its lead. */
    RecordRef createdBy(String coupling, RecordRef lead) {
        String entity = mapping(lead).end(lead.side().other()).entity();
        for (Table table : Table.values()) {
            if (table.entity().equals(entity)) {
                return table.ref(NameUuid.madeFor(mapping(lead).name(), coupling));
            }
        }
        throw new IllegalArgumentException("no table is about " + entity);
    }

    // ---- what happens ----------------------------------------------------------------------------------------------

    /** The next thing begins. */
    void next() {
        world.medium.witness.begins();
        world.medium.pass(1);
    }

    /** Couplet comes: the rows that are there now are read. */
    void coupletComes() {
        next();
        world.drawSnapshotLines();
    }

    /** The same, and everything comes to rest. */
    void coupletIsThere() {
        coupletComes();
        rests();
    }

    /** Everything is read and committed until nothing is left to do; what was held back, too. */
    boolean rests() {
        next();
        world.medium.witness.settles();
        return world.settle(ROUNDS);
    }

    /** Some parts read until they have nothing left to read; nothing is committed. Stops where that never comes. */
    void run(Actor... some) {
        boolean busy = true;
        for (int round = 0; busy && round < ROUNDS; round++) {
            busy = false;
            for (Actor actor : some) {
                busy |= actor.readsSomething();
            }
        }
    }

    /** All parts read until they have nothing left to read; nothing is committed. */
    void allRun() {
        run(actors.toArray(Actor[]::new));
    }

    /** All parts but some. */
    void allRunBut(Actor... others) {
        List<Actor> some = new ArrayList<>(actors);
        some.removeAll(List.of(others));
        run(some.toArray(Actor[]::new));
    }

    /** Everything comes to rest, and all states are rebuilt from what the topics hold. */
    Ending end() {
        boolean silent = rests();
        SortedMap<String, Digests> digests = silent ? new Replayed(world).digests() : new TreeMap<>();
        return new Ending(world, silent, digests, expects.otherwise());
    }

    // ---- what the script missed ------------------------------------------------------------------------------------

    /** Something was asked for in vain. */
    void inVain(String what) {
        idle.add(what);
    }

    /** What was asked for in vain, in words: a script that is right asks for nothing in vain while all guards hold. */
    List<String> idle() {
        return List.copyOf(idle);
    }
}
