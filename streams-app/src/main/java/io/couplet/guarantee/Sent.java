package io.couplet.guarantee;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.Stored;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was handed to appliers. A command may be decided twice with different values under one id (a create's follows from its coupling): the
 * answer tells which one took effect; where that was lost, the stored row.
 */
final class Sent {
    private final Map<String, Command> first = new HashMap<>();
    private final Map<String, List<Command>> others = new HashMap<>();

    private final Map<String, Command> applied;

    Sent(List<Command> commands, Map<String, Command> applied) {
        this.applied = applied;
        for (Command command : commands) {
            Command known = first.putIfAbsent(command.id(), command);
            if (known != null && !known.fields().equals(command.fields())) {
                others.computeIfAbsent(command.id(), id -> new ArrayList<>(1)).add(command);
            }
        }
    }

    /** The command that wrote a version, null where none did, or one that was never sent. */
    @Nullable
    Command by(Stored stored) {
        String id = stored.command();
        Command answered = id == null ? null : applied.get(id);
        if (answered != null) {
            return answered;
        }
        Command best = id == null ? null : first.get(id);
        List<Command> more = id == null ? null : others.get(id);
        if (best != null && more != null) {
            for (Command other : more) {
                best = matches(other, stored) > matches(best, stored) ? other : best;
            }
        }
        return best;
    }

    /** How well what is stored fits what was to be written. A create leaves blank fields to the target. */
    private static int matches(Command command, Stored stored) {
        int matches = 0;
        for (FieldWrite write : command.fields()) {
            Value now = stored.row().get(write.field());
            if (command.op() == Operation.CREATE && write.value().isBlank()) {
                continue;
            }
            if (now.equals(write.value())) {
                matches += 2;
            } else if (normalised(write.value(), now)) {
                matches++;
            } else {
                matches -= 2;
            }
        }
        return matches;
    }

    /** Whether a system may have made one value of the other: rounded, cut or in other letters. */
    private static boolean normalised(Value written, Value stored) {
        if (written instanceof Value.Number exact && stored instanceof Value.Number rounded) {
            int scale = Math.max(0, rounded.number().scale());
            return exact.number().setScale(scale, RoundingMode.HALF_UP).compareTo(rounded.number()) == 0;
        }
        String whole = written.toString();
        String part = stored.toString();
        return whole.regionMatches(true, 0, part, 0, part.length());
    }
}
