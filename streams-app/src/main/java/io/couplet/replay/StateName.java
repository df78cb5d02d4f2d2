package io.couplet.replay;

import java.util.Comparator;
import java.util.Locale;

/**
 * Names a state.
 *
 * @param mapping the mapping's name, which holds no blank
 * @param key the coupling's id, or the record's reference
 */
record StateName(String mapping, Kind kind, String key) implements Comparable<StateName> {
    private static final Comparator<StateName> ORDER = Comparator.comparing(StateName::mapping)
            .thenComparing(StateName::kind)
            .thenComparing(StateName::key);

    String text() {
        return mapping + " " + kind.word() + " " + key;
    }

    static StateName of(String text) {
        String[] parts = text.split(" ", 3);
        return new StateName(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }

    @Override
    public int compareTo(StateName other) {
        return ORDER.compare(this, other);
    }
}
