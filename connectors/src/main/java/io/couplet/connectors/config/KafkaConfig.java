package io.couplet.connectors.config;

import java.time.Duration;
import org.apache.kafka.common.IsolationLevel;

/**
 * How the brokers are reached.
 *
 * @param bootstrap comma-separated host:port pairs
 * @param sessionTimeout after how long a silence this process counts as gone and another one may take its commands; whole
 *     milliseconds
 * @param isolation whether commands are read as soon as they are written or when they are committed
 */
public record KafkaConfig(String bootstrap, Duration sessionTimeout, IsolationLevel isolation) {

    /** The least that brokers allow by default. */
    public static final Duration DEFAULT_SESSION_TIMEOUT = Duration.ofSeconds(6);

    /** What a crash makes forgotten may be carried out: whoever decided it decides it again, or learns of it by the answer. */
    public static final IsolationLevel DEFAULT_ISOLATION = IsolationLevel.READ_UNCOMMITTED;
}
