package io.couplet.processor;

import io.couplet.domain.model.Name;

/** The names of the stores. They are a contract of a running system: its changelog topics are called so. */
public final class StoreNames {
    /** What the Directory knows of a record; key {@code mapping|ref}. */
    public static final String RECORDS = "record-by-ref";
    /** Who carries a match key; key the match key, which begins with {@code match/mapping/}. */
    public static final String CANDIDATES = "candidates-by-match-key";
    /** Who carries an alias; key {@code mapping|alias}. */
    public static final String HOLDERS = "holder-by-alias";
    /** Whether a mapping's match keys judge; key the mapping. */
    public static final String GATES = "gate-by-mapping";
    /** What a coupling knows; key the coupling. */
    public static final String PAIRS = "pair-by-coupling";
    /** What names stand for, as far as this partition asked; key {@code mapping|name}. */
    public static final String ANSWERS = "answer-by-name";
    /** Which couplings wait for a name; key {@code mapping|name|coupling}, without coupling where the partition has subscribed. */
    public static final String WAITERS = "waiter-by-name";

    /** Where an entry counts; key {@code aggregate|ref}. */
    public static final String ENTRIES = "entry-by-ref";
    /** What an entry adds to a group; key {@code aggregate|ref of the group|ref of the entry}. */
    public static final String PORTIONS = "portion-by-entry";
    /** The sums of a group; key {@code aggregate|ref of the group}. */
    public static final String SUMS = "sums-by-group";
    /** Which partitions' entries have all been read; key the aggregate. */
    public static final String ENTRIES_READ = "entries-read-by-aggregate";

    /** The day on which sums that count from a day on were looked at last; key the aggregate. */
    public static final String DAYS = "day-by-aggregate";

    /** Stands between a mapping and a name. No mapping's name holds one. */
    public static final char SEPARATOR = '|';

    private StoreNames() {}

    static String key(Name name) {
        return key(name.mapping(), name.text());
    }

    static String key(String mapping, String name) {
        return mapping + SEPARATOR + name;
    }
}
