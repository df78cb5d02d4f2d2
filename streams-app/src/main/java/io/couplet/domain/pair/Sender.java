package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Cause;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.Question.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends a coupling's commands. */
final class Sender {
    private final Coupling coupling;
    private final Mapping mapping;

    Sender(Coupling coupling) {
        this.coupling = coupling;
        this.mapping = coupling.mapping;
    }

    /** Whether it must not go on writing: nobody edits, and yet there is always something to write. */
    private boolean stopped() {
        boolean stopped = coupling.volley.spent(mapping.policies().breakers()) && coupling.holds(Guard.PING_PONG);
        if (stopped) {
            coupling.question = Question.of(
                    Kind.PING_PONG,
                    "stopped after " + coupling.volley.commands()
                            + " commands without an edit by a user: the systems seem to answer each other");
        }
        return stopped;
    }

    /**
     * Sends a command, unless the target refused the very same, or nothing may be sent any more.
     *
     * @param references what the values were resolved by: a refused command may become another one when that changes
     * @return null where nothing was sent
     */
    @Nullable
    Command trySend(PairSide target, Operation op, List<FieldWrite> fields, List<Loser> losers, Lookups references) {
        if (target.refuses(fields)) {
            coupling.watch(references.names());
            return null;
        }
        if (stopped()) {
            return null;
        }
        return send(target, op, fields, losers);
    }

    private Command send(PairSide target, Operation op, List<FieldWrite> fields, List<Loser> losers) {
        PairSide source = coupling.side(target.side.other());
        Version expected = op == Operation.CREATE ? null : target.version();
        Command command = new Command(
                id(target.side, op, expected, fields),
                coupling.id,
                mapping.name(),
                op,
                Objects.requireNonNull(target.ref),
                expected,
                source.ref,
                source.version(),
                fields,
                losers,
                cause(source),
                coupling.origin.at());
        target.inFlight = command;
        coupling.volley = coupling.volley.more(mapping.policies().breakers(), coupling.origin.at());
        coupling.out.add(new Output.Send(command));
        return command;
    }

    /** An update's id follows from its content, so that a repeated decision is the same command; a create's from its coupling (H21). */
    private String id(Side target, Operation op, @Nullable Version expected, List<FieldWrite> fields) {
        if (op == Operation.CREATE && coupling.holds(Guard.CREATE_ID_BY_COUPLING)) {
            return coupling.id + "/create" + (coupling.lives == 0 ? "" : "/" + coupling.lives);
        }
        List<String> content = new ArrayList<>();
        Collections.addAll(content, coupling.id, target.word(), op.name(), String.valueOf(expected));
        for (FieldWrite write : fields) {
            Collections.addAll(
                    content,
                    write.rule(),
                    write.value().toString(),
                    write.sourceValue().toString());
        }
        return NameUuid.of(content.toArray(String[]::new));
    }

    private static @Nullable Cause cause(PairSide source) {
        Image image = source.image;
        return image == null || source.ref == null
                ? null
                : new Cause(source.ref, image.version(), image.modifiedBy(), image.committedAt());
    }
}
