package io.couplet.domain.pair;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person must decide before a coupling goes on.
 *
 * @param kind what kind of decision
 * @param words in words
 * @param rules the names of the rules concerned, none where it is about the whole record
 */
public record Question(Kind kind, String words, SortedSet<String> rules) {

    /** What is to be decided. */
    public enum Kind {
        /** Which side's values hold. */
        CONFLICT,
        /** Whether the other record is deleted too, or the deleted one comes back. */
        DELETE,
        /** Whether that many deletes are meant. */
        MASS_DELETE,
        /** Why the coupling keeps writing without anybody editing. */
        PING_PONG
    }

    /** Copies the set. */
    public Question {
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
    }

    /** A question about a record as a whole. */
    public static Question of(Kind kind, String words) {
        return new Question(kind, words, Collections.emptySortedSet());
    }
}
