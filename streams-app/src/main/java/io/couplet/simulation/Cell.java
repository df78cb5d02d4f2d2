package io.couplet.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of one key, with every value it had since the last commit: after a crash it may be any of them.
 *
 * @param <S> an immutable state
 */
final class Cell<S> {
    private final String kind;
    private final String key;
    private @Nullable S now;
    private @Nullable Object[] since = new Object[4];
    private int count;

    /**
     * A state that was never set.
     *
     * @param kind what the states of its store are about, such as {@code record}
     * @param key whose state it is
     */
    Cell(String kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    /** What it is the state of, such as {@code record erp/C/customer/a}. */
    String name() {
        return kind + " " + key;
    }

    @Nullable
    S now() {
        return now;
    }

    /** Whether it holds this very object: rules that change nothing return the state that they were given. */
    boolean holds(@Nullable Object state) {
        return now == state;
    }

    /** Takes a value; whether it is the first one since the last commit. */
    boolean set(@Nullable S value) {
        boolean first = count == 0;
        if (first) {
            since[count++] = now;
        }
        if (count == since.length) {
            since = Arrays.copyOf(since, count * 2);
        }
        since[count++] = value;
        now = value;
        return first;
    }

    void commit() {
        count = 0;
    }

    /** Falls back to the value at the last commit. */
    void fallBack() {
        fallBackTo(0);
    }

    /** Falls back to any value since the last commit; how many steps it lost. */
    int fallBack(Chance chance) {
        int lost = chance.below(count);
        fallBackTo(count - 1 - lost);
        return lost;
    }

    @SuppressWarnings("unchecked") // only set() puts values in
    private void fallBackTo(int index) {
        now = (S) since[index];
        count = 0;
    }
}
