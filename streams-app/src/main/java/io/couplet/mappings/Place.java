package io.couplet.mappings;

/**
 * Where something stands in a mapping file.
 *
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(String file, int line, int column) {}
