package io.couplet.mappings;

/**
 * One scalar of a mapping file.
 *
 * @param text without quotes
 * @param place where it begins
 */
record Word(String text, Place place) {}
