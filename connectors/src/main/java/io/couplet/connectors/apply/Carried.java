package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.Operation;
import io.couplet.contract.wire.KeptForm;
import org.jspecify.annotations.Nullable;

/**
 * What a create carried, as its memory keeps it. The id of a create names its coupling, so that a create which was decided twice is carried
 * out once; when the second one comes with other values, the answer must say which values took effect.
 */
final class Carried {
    private static final KeptForm<Command> FORM = new KeptForm<>(Command.class);

    private Carried() {}

    /** The command as bytes, null where its id says what it carries. */
    static byte @Nullable [] bytes(Write write) {
        return write.command().getOp() == Operation.CREATE ? encode(write.command()) : null;
    }

    /** Everything that a command says; the same for the same command. */
    static byte[] encode(Command command) {
        return FORM.encode(command);
    }

    /** The command that took effect, null where its id says what it carried, or a former version of Couplet kept it. */
    static @Nullable Command read(byte @Nullable [] bytes) {
        return bytes == null ? null : FORM.decode(bytes);
    }
}
