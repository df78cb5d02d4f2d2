package io.couplet.config;

/**
 * Where the schema registry is.
 *
 * @param url of its Confluent-compatible interface
 */
public record RegistryConfig(String url) {}
