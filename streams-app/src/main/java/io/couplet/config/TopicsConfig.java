package io.couplet.config;

/**
 * How the topics are laid out.
 *
 * @param prefix what every name begins with, without the dot
 * @param partitions how many every topic has
 */
public record TopicsConfig(String prefix, int partitions) {
    static final String DEFAULT_PREFIX = "couplet";
    static final int DEFAULT_PARTITIONS = 3;
}
