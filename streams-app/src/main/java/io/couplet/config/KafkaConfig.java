package io.couplet.config;

/**
 * Where the brokers are.
 *
 * @param bootstrap comma-separated host:port pairs
 */
public record KafkaConfig(String bootstrap) {}
