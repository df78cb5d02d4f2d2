package io.couplet.e2e;

/**
 * What a command did.
 *
 * @param exit its exit code
 * @param output what it printed on either stream
 */
record Ran(int exit, String output) {}
