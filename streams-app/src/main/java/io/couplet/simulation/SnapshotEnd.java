package io.couplet.simulation;

/**
 * One partition of a change topic holds no more of the first snapshot.
 *
 * @param table whose topic
 */
record SnapshotEnd(Table table) {}
