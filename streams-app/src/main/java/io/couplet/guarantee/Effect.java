package io.couplet.guarantee;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import org.jspecify.annotations.Nullable;

/** A command that took effect. */
final class Effect {
    private static final int UNKNOWN = -2;

    final Command command;

    /** The row it wrote, and the place of the version that it wrote. */
    final Row row;

    final int place;

    /** The row whose values it carries, null where there is none. */
    final @Nullable Row source;

    private int seen = UNKNOWN;

    Effect(Command command, Row row, int place, @Nullable Row source) {
        this.command = command;
        this.row = row;
        this.place = place;
        this.source = source;
    }

    /** The place of the source's version that the decision saw, -1 where the source never had it. */
    int seen() {
        if (seen == UNKNOWN) {
            seen = source == null ? -1 : source.placeOf(command.sourceVersion());
        }
        return seen;
    }

    boolean is(Operation operation) {
        return command.op() == operation;
    }

    /** Whether both were for the same coupling. */
    boolean sharesCoupling(Effect other) {
        return command.coupling().equals(other.command.coupling());
    }

    /** Whether it wrote the field. A create leaves blank ones to the target. */
    boolean carries(String field) {
        for (FieldWrite write : command.fields()) {
            if (write.field().equals(field)) {
                return !is(Operation.CREATE) || !write.value().isBlank();
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "command " + command.id() + " on " + row + " " + row.version(place);
    }
}
