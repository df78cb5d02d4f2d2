package io.couplet.api;

import io.couplet.contract.wire.AvroDecoder;
import org.jspecify.annotations.Nullable;

/**
 * How a topic is read for its view.
 *
 * @param topic full name
 * @param reach how many of the newest records of each partition are wanted; {@link #ALL} for every one
 * @param decoder of the values
 * @param view what is made of them
 * @param <T> the topic's values
 */
record Reading<T>(String topic, long reach, AvroDecoder<T> decoder, View<T> view) {

    static final long ALL = Long.MAX_VALUE;

    /**
     * Passes one record on.
     *
     * @throws io.couplet.contract.wire.Undecodable if it is none of that topic
     * @throws io.couplet.contract.wire.RegistryUnreachable if its schema cannot be looked up now
     */
    void read(@Nullable String key, byte @Nullable [] value) {
        view.accept(key == null ? "" : key, value == null ? null : decoder.decode(value));
    }
}
