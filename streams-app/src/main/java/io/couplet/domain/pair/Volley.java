package io.couplet.domain.pair;

import io.couplet.domain.mapping.Policies.Breakers;
import java.time.Instant;

/**
 * The commands that a coupling has sent since the last edit by a user.
 *
 * @param commands how many
 * @param since when the first of them was sent
 */
public record Volley(int commands, Instant since) {
    /** Nothing was sent since. */
    public static final Volley NONE = new Volley(0, Instant.EPOCH);

    /** With one more; counts anew where the former ones are long ago. */
    Volley more(Breakers breakers, Instant now) {
        boolean anew = commands == 0 || now.isAfter(since.plus(breakers.within()));
        return anew ? new Volley(1, now) : new Volley(commands + 1, since);
    }

    /** Whether nothing more may be sent: too much in too short a time, and nobody edited. */
    boolean spent(Breakers breakers) {
        return commands >= breakers.commands();
    }
}
