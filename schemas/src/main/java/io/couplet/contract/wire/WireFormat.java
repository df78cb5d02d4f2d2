package io.couplet.contract.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The five bytes in front of the Avro binary form. */
final class WireFormat {

    /** How many bytes there are before the Avro binary form. */
    static final int HEADER = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void writeHeader(ByteArrayOutputStream out, int id) {
        out.write(MAGIC);
        out.write(id >>> 24);
        out.write(id >>> 16);
        out.write(id >>> 8);
        out.write(id);
    }

    /** The schema's id; throws {@link Undecodable} if there is no header. */
    static int readId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new Undecodable("only " + bytes.length + " bytes: the header alone has " + HEADER);
        }
        if (bytes[0] != MAGIC) {
            throw new Undecodable("begins with byte " + bytes[0] + " instead of " + MAGIC
                    + ": not written in the Confluent wire format");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
