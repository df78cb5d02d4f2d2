package io.couplet.replay;

import java.util.Locale;

/** What a state is about. */
public enum Kind {
    COUPLING,
    RECORD;

    /** The word used in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
