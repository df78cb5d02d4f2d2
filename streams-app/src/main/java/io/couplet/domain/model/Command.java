package io.couplet.domain.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conditional write that we ask of a system. Self-contained: what its result means can be decided from it alone, whatever the
 * coupling has forgotten meanwhile.
 *
 * @param id remembered by the applier; of an update derived from its content, of a create from its coupling
 * @param coupling the coupling that sends it
 * @param mapping the coupling's mapping
 * @param op what to do
 * @param target the record to write; for a create the reference under which it is to be created
 * @param expected the target's version that the decision saw; null for a create
 * @param source the record whose values it carries; null for a delete by hand
 * @param sourceVersion the version of the source that the decision saw
 * @param fields the fields to write with the values that they were made from
 * @param losers the values that lose by this write
 * @param cause the newest user edit that it carries
 * @param decidedAt when it was decided
 */
public record Command(
        String id,
        String coupling,
        String mapping,
        Operation op,
        RecordRef target,
        @Nullable Version expected,
        @Nullable RecordRef source,
        Version sourceVersion,
        List<FieldWrite> fields,
        List<Loser> losers,
        @Nullable Cause cause,
        Instant decidedAt) {

    /** What a command asks for. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * One field to write. In a create a blank value is not written, so that the target's own default applies.
     *
     * @param rule the name of the mapping's rule
     * @param field the target's field
     * @param value what to write
     * @param sourceValue what it was converted from
     */
    public record FieldWrite(String rule, String field, Value value, Value sourceValue) {}

    /**
     * A value that loses against another one.
     *
     * @param rule the name of the mapping's rule
     * @param side the side whose value loses
     * @param losing the value that is overwritten
     * @param winning the winning value, as the winning side has it
     * @param policy the rule that decided, such as {@code latest-wins}
     */
    public record Loser(String rule, Side side, Value losing, Value winning, String policy) {}

    /**
     * The edit that led to a command.
     *
     * @param ref the record that was edited
     * @param version the version it got
     * @param by who edited it, null where unknown
     * @param committedAt when the source committed it
     */
    public record Cause(
            RecordRef ref, Version version, @Nullable String by, Instant committedAt) {}

    /** Copies the lists. */
    public Command {
        fields = List.copyOf(fields);
        losers = List.copyOf(losers);
    }

    /** Whether both would do the same to the same record, for whatever reason. */
    public boolean asksSameAs(Command other) {
        return op == other.op
                && target.equals(other.target)
                && Objects.equals(expected, other.expected)
                && fields.equals(other.fields);
    }
}
