/**
 * Rebuilds all state from topics alone: loads what was decided, then the newest version of each record, and decides nothing again. What is
 * rebuilt, and what runs, have the same digest.
 */
@NullMarked
package io.couplet.replay;

import org.jspecify.annotations.NullMarked;
