package io.couplet.simulation;

import java.util.Locale;

/** What a history is full of. */
public enum Style {
    /** Nothing crashes. */
    CALM,
    CRASH_HEAVY,
    OPERATOR_HEAVY,
    DELETE_HEAVY,
    /** Capture skips versions. */
    COALESCING;

    /** The word used in reports, such as {@code crash-heavy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
