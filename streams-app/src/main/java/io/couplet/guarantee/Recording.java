package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in one history and how it ended, as far as it can be seen from outside: what the two systems stored, what was
 * asked of them, and what Couplet said of it. Recorded in the same way at all three levels.
 *
 * @param mappings the rules in force
 * @param accounts the integration account of each system
 * @param rows every version of every row of a system, in the order in which that system stored them; what stood there before the first
 *     capture was typed by users
 * @param before the records that stood there before the first capture
 * @param sent every command that was handed to an applier, in that order, repetitions included
 * @param answers what appliers answered, in order; an applied command as it took effect
 * @param requests what operators asked for, in order
 * @param audit every audit entry, in order, repetitions included
 * @param couplings every coupling ever heard of, as it is at the end
 * @param owners the coupling that the Directory names for a record, by {@code <ref>@<mapping>}
 * @param captured the versions that capture handed over, without repetitions
 * @param outcomes what was said to have become of captured versions, in order
 * @param silent whether everything came to rest after the last edit
 * @param crashed whether anything crashed, was read again or was delivered twice
 * @param digests the digest of the live state and of the state rebuilt from topics, by mapping; empty where no replay was made
 * @param sentByReplay how many commands the replay handed to an applier
 */
public record Recording(
        List<Mapping> mappings,
        Map<Side, String> accounts,
        Map<Side, List<Stored>> rows,
        Set<RecordRef> before,
        List<Command> sent,
        List<Answer> answers,
        List<Request> requests,
        List<Audited> audit,
        List<CouplingFact> couplings,
        Map<String, String> owners,
        Set<Seen> captured,
        List<Outcome> outcomes,
        boolean silent,
        boolean crashed,
        SortedMap<String, Digests> digests,
        int sentByReplay) {

    /** Every version of every row of one system, in the order in which it stored them. */
    public List<Stored> rows(Side side) {
        return rows.getOrDefault(side, List.of());
    }

    /**
     * A version of a row.
     *
     * @param row what was stored; of a delete the version says so and the fields are those of the removed row, or none
     * @param previous the version before it, null for the first one of a row
     * @param command the id of the command that wrote it, null where a user or an automation did
     * @param typed the fields that the user wrote, changed or not; empty where a command wrote the row
     */
    public record Stored(
            StoredRow row,
            @Nullable Version previous,
            @Nullable String command,
            Set<String> typed) {
        /** Copies the set. */
        public Stored {
            typed = Set.copyOf(typed);
        }
    }

    /**
     * What became of a command.
     *
     * @param command the command; where it was applied, as it took effect
     * @param outcome what became of it
     */
    public record Answer(Command command, CommandOutcome outcome) {}

    /**
     * What an operator asked for.
     *
     * @param action the word of the request, such as {@code couple}
     * @param about the record reference or the coupling id it is about
     * @param partner whom a record is to be coupled with, null where nobody is named
     * @param seen the row versions that the operator saw, by side; none where they do not matter
     */
    public record Request(
            String action, String about, @Nullable String partner, Map<Side, Long> seen) {
        /** Copies the map. */
        public Request {
            seen = Map.copyOf(seen);
        }

        /** A request for which it does not matter what the operator saw. */
        public Request(String action, String about, @Nullable String partner) {
            this(action, about, partner, Map.of());
        }
    }

    /** How a coupling stands. */
    public enum Standing {
        /** Nothing is open, but for fields that wait alone for an optional reference: {@link CouplingFact#waitsFor} names it. */
        IN_STEP,
        /** It has one record and nothing to do: its filter, or the mapping, keeps it from creating the other. */
        INCOMPLETE,
        /** A record is outside the filter. */
        SUSPENDED,
        /** It waits for another record. */
        PARKED,
        /** It waits for a person, or a new change. */
        SET_ASIDE,
        DISSOLVED
    }

    /**
     * A coupling at the end.
     *
     * @param id its id
     * @param mapping its mapping's name
     * @param erp its ERP record, null where that place is empty
     * @param crm its CRM record, null where that place is empty
     * @param standing how it stands
     * @param reason why it is set aside or dissolved, null otherwise
     * @param waitsFor the names it waits for
     * @param drift the rules whose difference is known and on purpose not synchronized
     * @param former the records that it let go after they were deleted
     */
    public record CouplingFact(
            String id,
            String mapping,
            @Nullable RecordRef erp,
            @Nullable RecordRef crm,
            Standing standing,
            @Nullable String reason,
            SortedSet<Name> waitsFor,
            Set<String> drift,
            Set<RecordRef> former) {

        /** The record on one side, null where that place is empty. */
        public @Nullable RecordRef ref(Side side) {
            return side == Side.ERP ? erp : crm;
        }
    }

    /**
     * A captured version under one mapping.
     *
     * @param mapping the mapping's name
     * @param ref the record
     * @param version its version
     */
    public record Seen(String mapping, RecordRef ref, Version version) {}

    /**
     * A transition of a captured version.
     *
     * @param seen which version
     * @param outcome what became of it
     */
    public record Outcome(Seen seen, ChangeOutcome outcome) {}

    /**
     * Two digests of one mapping's state.
     *
     * @param live of the running pipeline
     * @param replayed rebuilt from topics
     * @param differences where they differ, in words; may be empty even then
     */
    public record Digests(String live, String replayed, List<String> differences) {

        /** Of states of which it is not known where they differ. */
        public Digests(String live, String replayed) {
            this(live, replayed, List.of());
        }
    }
}
