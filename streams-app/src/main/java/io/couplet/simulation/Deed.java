package io.couplet.simulation;

import io.couplet.domain.model.Side;

/** What can happen in a world. */
enum Deed {
    // ---- the parts ----
    WORK(World::work),
    FLUSH(World::flush),
    COMMIT(World::commit),
    CRASH(World::crash),
    REWIND(World::rewind),
    CARRY_OUT_LATE((world, chance) -> world.carryOutLate(side(chance), chance)),
    READ((world, chance) -> world.users.read(side(chance), chance)),
    PAUSE((world, chance) -> world.medium.pass(1L << chance.below(21))),
    // ---- the users ----
    EDIT((world, chance) -> world.users.edit(side(chance), chance)),
    INSERT((world, chance) -> world.users.insert(side(chance), false, chance)),
    /** A row that may well be known to the other system. */
    INSERT_KNOWN((world, chance) -> world.users.insert(side(chance), true, chance)),
    INSERT_PERSON((world, chance) -> world.users.insertPerson(chance)),
    EDIT_PERSON((world, chance) -> world.users.editPerson(chance)),
    RENUMBER((world, chance) -> world.users.renumber(chance)),
    DELETE((world, chance) -> world.users.delete(side(chance), chance)),
    REVIVE((world, chance) -> world.users.revive(side(chance), chance)),
    BLOCK((world, chance) -> world.users.block(side(chance), chance)),
    AUTOMATE((world, chance) -> world.users.automate(side(chance), chance)),
    SWITCH_LENIENCE((world, chance) -> world.users.switchLenience(side(chance))),
    // ---- the operators ----
    COUPLE((world, chance) -> world.operator.couple(chance)),
    UNCOUPLE((world, chance) -> world.operator.uncouple(chance)),
    RETRY((world, chance) -> world.operator.retry(chance)),
    RESOLVE((world, chance) -> world.operator.resolve(chance)),
    RELEASE_HELD((world, chance) -> world.operator.releaseHeld(chance)),
    CREATE((world, chance) -> world.operator.create(chance));

    private interface Doing {
        void in(World world, Chance chance);
    }

    @SuppressWarnings("ImmutableEnumChecker") // method references that hold nothing
    private final Doing doing;

    Deed(Doing doing) {
        this.doing = doing;
    }

    void in(World world, Chance chance) {
        doing.in(world, chance);
    }

    private static Side side(Chance chance) {
        return chance.half() ? Side.ERP : Side.CRM;
    }
}
