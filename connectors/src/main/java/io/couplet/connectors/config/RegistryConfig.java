package io.couplet.connectors.config;

/**
 * Where the schema registry is.
 *
 * @param url address of its Confluent-compatible API
 */
public record RegistryConfig(String url) {}
