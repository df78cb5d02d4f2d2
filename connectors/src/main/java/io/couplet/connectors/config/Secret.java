package io.couplet.connectors.config;

import java.util.Objects;

/**
 * A password that does not show itself: wherever it is printed, stars appear.
 *
 * @param value the password itself
 */
public record Secret(String value) {

    /** Refuses null. */
    public Secret {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "*****";
    }
}
