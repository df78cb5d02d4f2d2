package io.couplet.domain.pair;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One thing for each rule of a mapping, or none. Immutable. */
public final class PerRule<T> {
    private static final PerRule<Object> EMPTY = new PerRule<>(new Object[0]);

    private final @Nullable Object[] things;

    private PerRule(@Nullable Object[] things) {
        this.things = things;
    }

    /** Nothing for any rule. */
    @SuppressWarnings("unchecked") // holds nothing of any type
    public static <T> PerRule<T> none() {
        return (PerRule<T>) EMPTY;
    }

    /** What there is for the rule at {@code index}, null where nothing. */
    @SuppressWarnings("unchecked") // only with() puts things in
    public @Nullable T get(int index) {
        return index < things.length ? (T) things[index] : null;
    }

    /** The same but for one rule. */
    public PerRule<T> with(int index, T thing) {
        if (thing.equals(get(index))) {
            return this;
        }
        @Nullable Object[] copy = Arrays.copyOf(things, Math.max(things.length, index + 1));
        copy[index] = thing;
        return new PerRule<>(copy);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof PerRule<?> that && Arrays.equals(things, that.things));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(things);
    }
}
