package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a create carried, as its memory keeps it. The id of a create names its coupling, so that a create which was decided twice is carried
 * out once; when the second one comes with other values, the answer must say which values took effect.
 */
final class Carried {
    private Carried() {}

    /** The command as bytes with the fingerprint of its schema, null where its id says what it carries. */
    static byte @Nullable [] bytes(Write write) {
        if (write.command().getOp() != Operation.CREATE) {
            return null;
        }
        try {
            ByteBuffer encoded = write.command().toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("a command that was read cannot be written", e);
        }
    }

    /** The command that took effect: the remembered one, or where none is remembered the one that came again. */
    static Command read(byte @Nullable [] bytes, Command repeated) {
        if (bytes == null) {
            return repeated;
        }
        try {
            return Command.fromByteBuffer(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "couplet.applied_command: what command " + repeated.getId() + " carried cannot be read", e);
        }
    }
}
