package io.couplet.contract.wire;

import io.couplet.contract.TopicSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the values of one topic. Safe for many threads: each has its own buffers, which it keeps for the next value.
 *
 * @param <T> the type of the values
 */
public final class AvroEncoder<T> {

    private static final int INITIAL = 512;

    private final SchemaRegistry registry;
    private final TopicSpec topic;
    private final ThreadLocal<Buffers<T>> buffers;
    private volatile int id;

    private AvroEncoder(SchemaRegistry registry, TopicSpec topic, Writers<T> writers) {
        this.registry = registry;
        this.topic = topic;
        this.buffers = ThreadLocal.withInitial(() -> new Buffers<>(writers.create()));
    }

    /** For records without a class: values as {@link AvroCodec#generic} says. */
    public static AvroEncoder<GenericRecord> generic(SchemaRegistry registry, TopicSpec topic) {
        return new AvroEncoder<>(
                registry, topic, () -> new GenericDatumWriter<>(topic.valueSchema(), AvroModels.genericModel()));
    }

    /** For records of a generated class. */
    public static <T extends SpecificRecord> AvroEncoder<T> specific(SchemaRegistry registry, TopicSpec topic) {
        return new AvroEncoder<>(
                registry, topic, () -> new SpecificDatumWriter<>(topic.valueSchema(), AvroModels.contractModel()));
    }

    /**
     * The value on the wire.
     *
     * @throws SchemaNotRegistered if the topic's schema is not known to the registry; only before the first value
     * @throws RegistryUnreachable only before the first value
     * @throws org.apache.avro.AvroRuntimeException if the value does not follow the topic's schema
     */
    public byte[] encode(T value) {
        return buffers.get().write(schemaId(), value);
    }

    private int schemaId() {
        // Ids begin with 1, so 0 means not asked yet; two threads may ask, and get the same answer.
        int known = id;
        if (known == 0) {
            known = registry.id(topic.subject(), topic.valueSchema());
            id = known;
        }
        return known;
    }

    private interface Writers<T> {
        DatumWriter<T> create();
    }

    private static final class Buffers<T> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL);
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        private final DatumWriter<T> writer;

        Buffers(DatumWriter<T> writer) {
            this.writer = writer;
        }

        byte[] write(int id, T value) {
            bytes.reset();
            WireFormat.writeHeader(bytes, id);
            try {
                writer.write(value, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException("a buffer in memory does not fail", e);
            }
            return bytes.toByteArray();
        }
    }
}
