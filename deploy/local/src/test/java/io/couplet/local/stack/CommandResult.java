package io.couplet.local.stack;

/** What one call of the command line gave: its exit code, and standard output and error as one text. */
record CommandResult(int exit, String text) {}
