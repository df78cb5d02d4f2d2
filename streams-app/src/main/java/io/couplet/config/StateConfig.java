package io.couplet.config;

import java.nio.file.Path;

/**
 * Where the stores are kept. They can be lost: they are restored from their changelog topics.
 *
 * @param directory used by one process
 */
public record StateConfig(Path directory) {}
