package io.couplet.contract.wire;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Codecs in the form that Kafka's clients take. A null value (tombstone) is null on the wire. Exceptions of the codec pass
 * through; the topic that Kafka names is not looked at, since a codec belongs to one topic.
 */
public final class AvroSerdes {

    private AvroSerdes() {}

    /** For producers. */
    public static <T> Serializer<T> serializer(AvroEncoder<T> encoder) {
        return (topic, value) -> value == null ? null : encoder.encode(value);
    }

    /** For consumers. */
    public static <T> Deserializer<T> deserializer(AvroDecoder<T> decoder) {
        return (topic, bytes) -> bytes == null ? null : decoder.decode(bytes);
    }

    /** For streams. */
    public static <T> Serde<T> serde(AvroCodec<T> codec) {
        return Serdes.serdeFrom(serializer(codec.encoder()), deserializer(codec.decoder()));
    }
}
