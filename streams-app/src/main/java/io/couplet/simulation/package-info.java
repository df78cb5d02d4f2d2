/**
 * A seeded world in one thread and without a clock: two model systems, the topics between them and the parts that work on them, all of
 * which can fall behind, crash and repeat themselves. Shows what the core does under any interleaving; it is no part of operation.
 */
@NullMarked
package io.couplet.simulation;

import org.jspecify.annotations.NullMarked;
