package io.couplet.contract;

/**
 * The text of one Avro file.
 *
 * @param origin where it was read, for messages
 */
record SchemaFile(String origin, String text) {}
