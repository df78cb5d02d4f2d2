package io.couplet.contract;

import java.util.Locale;
import java.util.Optional;

/** The names of the two systems as they stand in references, entities and topics. */
public final class Systems {

    private Systems() {}

    /** {@code erp} or {@code crm}. */
    public static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** The system of that name, if it is one of the two. */
    public static Optional<Side> named(String name) {
        for (Side side : Side.values()) {
            if (name(side).equals(name)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
