package io.couplet.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the stores are kept. They can be lost: they are restored from their changelog topics.
 *
 * @param directory used by one process
 * @param dissolvedFor how long a dissolved coupling is remembered; longer than the broker keeps any message to it
 */
public record StateConfig(Path directory, Duration dissolvedFor) {
    static final Duration DEFAULT_DISSOLVED_FOR = Duration.ofDays(90);
}
