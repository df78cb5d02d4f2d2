package io.couplet.local.bench;

/**
 * An edit that a person has made.
 *
 * @param transaction number of the transaction in the source's database
 * @param lateNanos how much later than scheduled it was begun
 */
record MadeEdit(Edit edit, String transaction, long lateNanos) {}
