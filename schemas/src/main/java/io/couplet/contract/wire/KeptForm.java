package io.couplet.contract.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as they are kept outside of topics, where no registry tells their schema: Avro's single object encoding, which begins with the
 * fingerprint of the schema. Safe for many threads.
 *
 * @param <T> the generated class
 */
public final class KeptForm<T extends SpecificRecord> {
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /** For records of one generated class. */
    public KeptForm(Class<T> type) {
        SpecificData model = AvroModels.contractModel();
        Schema schema = model.getSchema(type);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema);
    }

    /** The record as bytes. */
    public byte[] encode(T value) {
        try {
            ByteBuffer encoded = encoder.encode(value);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("in memory, nothing fails", e);
        }
    }

    /** The record of these bytes, null where they were written by another version of its class. */
    public @Nullable T decode(byte[] bytes) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes));
        } catch (MissingSchemaException | BadHeaderException other) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept is damaged", e);
        }
    }
}
