package io.couplet.contract.wire;

import io.couplet.contract.TopicSpec;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * Both directions of one topic's values. Safe for many threads.
 *
 * @param <T> the type of the values
 */
public record AvroCodec<T>(AvroEncoder<T> encoder, AvroDecoder<T> decoder) {

    /**
     * For records without a class. In them texts are String, decimals BigDecimal, moments {@link java.time.Instant} and days
     * {@link java.time.LocalDate}; a decimal comes back with its schema's scale. Avro's {@code equals} of such records does not
     * know these types and fails: compare fields.
     */
    public static AvroCodec<GenericRecord> generic(SchemaRegistry registry, TopicSpec topic) {
        return new AvroCodec<>(
                AvroEncoder.generic(registry, topic), AvroDecoder.generic(registry, topic.valueSchema()));
    }

    /** For records of a generated class. */
    public static <T extends SpecificRecord> AvroCodec<T> specific(
            SchemaRegistry registry, TopicSpec topic, Class<T> type) {
        return new AvroCodec<>(AvroEncoder.specific(registry, topic), AvroDecoder.specific(registry, type));
    }

    /** See {@link AvroEncoder#encode}. */
    public byte[] encode(T value) {
        return encoder.encode(value);
    }

    /** See {@link AvroDecoder#decode}. */
    public T decode(byte[] bytes) {
        return decoder.decode(bytes);
    }
}
