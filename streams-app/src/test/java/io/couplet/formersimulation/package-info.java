/** A seeded, single-threaded world of two model systems, channels that lose what was not flushed, and tasks that crash: checks the core. */
@NullMarked
package io.couplet.formersimulation;

import org.jspecify.annotations.NullMarked;
