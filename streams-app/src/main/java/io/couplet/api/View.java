package io.couplet.api;

import org.jspecify.annotations.Nullable;

/**
 * What is made of a topic. Written by one thread; implementations let others read.
 *
 * @param <T> the topic's values
 */
interface View<T> {

    /**
     * The next record of its topic; records of one key come in order. May come again.
     *
     * @param key of the record, empty text where it has none
     * @param value null for a tombstone
     */
    void accept(String key, @Nullable T value);
}
