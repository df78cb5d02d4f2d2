/** A seeded, single-threaded world of two model systems, channels that lose what was not flushed, and tasks that crash: checks the core. */
@NullMarked
package io.couplet.simulation;

import org.jspecify.annotations.NullMarked;
