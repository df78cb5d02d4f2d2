package io.couplet.mappings;

/**
 * A mapping file as read.
 *
 * @param name shown in faults
 * @param text the whole content
 */
record MappingFile(String name, String text) {}
