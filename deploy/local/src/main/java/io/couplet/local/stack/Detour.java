package io.couplet.local.stack;

/**
 * A further way to the broker, for clients that are to reach it through something in between: whoever asks at {@code listens} is told to
 * come back to {@code announced}, where whatever is in between must listen and pass everything on to {@code listens}.
 *
 * @param name upper-case letters, not those of another listener
 * @param listens port of the broker
 * @param announced port of what is in between
 */
public record Detour(String name, int listens, int announced) {}
