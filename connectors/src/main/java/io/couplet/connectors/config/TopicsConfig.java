package io.couplet.connectors.config;

/**
 * How Couplet's topics are laid out.
 *
 * @param prefix first part of each topic's name, without the dot
 * @param partitions number of partitions of each topic; the same for all, since stores are shared between them
 */
public record TopicsConfig(String prefix, int partitions) {

    static final String DEFAULT_PREFIX = "couplet";
    static final int DEFAULT_PARTITIONS = 3;
}
