package io.couplet.simulation;

import io.couplet.domain.guard.Guards;

/** Something that can happen in a world, from the beginning to the end, any number of times in the same way. */
interface Plot {
    /** What the world is like. */
    Plan plan();

    /** Lets it happen, and everything come to rest. */
    Ending play(Guards guards, Witness witness);
}
