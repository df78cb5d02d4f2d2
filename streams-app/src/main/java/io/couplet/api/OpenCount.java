package io.couplet.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many entries are open.
 *
 * @param count how many
 * @param oldest since when the oldest of them, null where there is none
 */
public record OpenCount(long count, @Nullable Instant oldest) {}
