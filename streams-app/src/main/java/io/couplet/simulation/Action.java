package io.couplet.simulation;

/**
 * One thing that happens in a history. It can be done in any world: what it is done to follows from the number, whatever is there then.
 *
 * @param deed what is done
 * @param number decides to what and how
 */
record Action(Deed deed, long number) {

    void in(World world) {
        world.medium.pass(1);
        deed.in(world, new Chance(number));
    }
}
