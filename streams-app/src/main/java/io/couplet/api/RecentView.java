package io.couplet.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest records of a topic of messages.
 *
 * @param <T> the topic's values
 * @param <E> what is kept of each
 */
final class RecentView<T, E> implements View<T> {

    private final int most;
    private final Function<T, E> entry;
    private final Deque<E> recent = new ArrayDeque<>();
    private long count;

    RecentView(int most, Function<T, E> entry) {
        this.most = most;
        this.entry = entry;
    }

    @Override
    public synchronized void accept(String key, @Nullable T value) {
        if (value == null) {
            return;
        }
        count++;
        recent.addLast(entry.apply(value));
        if (recent.size() > most) {
            recent.removeFirst();
        }
    }

    /** In the order in which they came. */
    synchronized List<E> entries() {
        return new ArrayList<>(recent);
    }

    /** All that came, not only those that are kept. */
    synchronized long count() {
        return count;
    }
}
