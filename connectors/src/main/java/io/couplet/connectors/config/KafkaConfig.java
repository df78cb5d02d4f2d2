package io.couplet.connectors.config;

import java.time.Duration;

/**
 * How the brokers are reached.
 *
 * @param bootstrap comma-separated host:port pairs
 * @param sessionTimeout after how long a silence this process counts as gone and another one may take its commands; whole
 *     milliseconds
 */
public record KafkaConfig(String bootstrap, Duration sessionTimeout) {

    /** The least that brokers allow by default. */
    public static final Duration DEFAULT_SESSION_TIMEOUT = Duration.ofSeconds(6);
}
