package io.couplet.local.bench;

/**
 * One edit that a person is to make.
 *
 * @param field index of the edited field, see {@link EditedTable#fields}
 * @param token the new value
 */
record Edit(Pair pair, int field, String token) {}
