package io.couplet.contract.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from the wire, of whatever version of their schema. Safe for many threads: each has its own readers.
 *
 * @param <T> the type of the values
 */
public final class AvroDecoder<T> {

    private final SchemaRegistry registry;
    private final Readers<T> readers;
    private final ThreadLocal<Scratch<T>> scratch = ThreadLocal.withInitial(Scratch::new);

    private AvroDecoder(SchemaRegistry registry, Readers<T> readers) {
        this.registry = registry;
        this.readers = readers;
    }

    /** Records without a class, resolved to this schema. */
    public static AvroDecoder<GenericRecord> generic(SchemaRegistry registry, Schema schema) {
        return new AvroDecoder<>(registry, writer -> AvroModels.reader(writer, schema));
    }

    /** Records without a class, with the schema that they were written with: for tools that read any topic. */
    public static AvroDecoder<GenericRecord> asWritten(SchemaRegistry registry) {
        return new AvroDecoder<>(registry, writer -> AvroModels.reader(writer, writer));
    }

    /** Records of a generated class. */
    public static <T extends SpecificRecord> AvroDecoder<T> specific(SchemaRegistry registry, Class<T> type) {
        SpecificData model = AvroModels.contractModel();
        Schema schema = model.getSchema(type);
        return new AvroDecoder<>(registry, writer -> new SpecificDatumReader<>(writer, schema, model));
    }

    /**
     * The value of these bytes.
     *
     * @throws Undecodable if they are not a record that this decoder can read
     * @throws RegistryUnreachable if their schema has not been seen yet and the registry does not answer
     */
    public T decode(byte[] bytes) {
        int id = WireFormat.readId(bytes);
        Scratch<T> mine = scratch.get();
        DatumReader<T> reader = mine.readers.get(id);
        if (reader == null) {
            reader = readerFor(id);
            mine.readers.put(id, reader);
        }
        return read(bytes, id, reader, mine);
    }

    private DatumReader<T> readerFor(int id) {
        try {
            return readers.create(registry.schema(id));
        } catch (UnknownSchemaId e) {
            throw new Undecodable(String.valueOf(e.getMessage()), e);
        }
    }

    private T read(byte[] bytes, int id, DatumReader<T> reader, Scratch<T> mine) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, mine.decoder);
        mine.decoder = decoder;
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new Undecodable("bytes left over after a record of schema " + id);
            }
            return value;
        } catch (Undecodable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The cause's message may quote values, which are personal data: only its kind is told.
            throw new Undecodable(
                    "not a record of schema " + id + ": " + e.getClass().getSimpleName());
        }
    }

    private interface Readers<T> {
        DatumReader<T> create(Schema writer);
    }

    private static final class Scratch<T> {
        private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
        private @Nullable BinaryDecoder decoder;
    }
}
