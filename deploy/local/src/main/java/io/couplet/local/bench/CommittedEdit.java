package io.couplet.local.bench;

/**
 * An edit with the moment of its commit in the source's database.
 *
 * @param committedAt microseconds since the epoch, from the database itself
 * @param lateMicros how much later than scheduled it was begun
 */
record CommittedEdit(Edit edit, long committedAt, long lateMicros) {}
