package io.couplet.domain.mapping;

import io.couplet.domain.model.Side;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What a mapping decides for all its records.
 *
 * @param createsIn the systems in which missing counterparts are created
 * @param delete what a delete does, by side
 * @param accountEdits what edits made under the integration account do
 * @param preferred the side that wins ties of {@link Conflict#LATEST_WINS}
 * @param onTaken what a record does whose match is coupled already
 * @param breakers when to stop
 */
public record Policies(
        Set<Side> createsIn,
        Deletes delete,
        AccountEdits accountEdits,
        Side preferred,
        OnTaken onTaken,
        Breakers breakers) {

    /** Copies the set. */
    public Policies {
        createsIn = Set.copyOf(createsIn);
    }

    /** Policies by which deletes do the same on either side. */
    public Policies(
            Set<Side> createsIn,
            Delete delete,
            AccountEdits accountEdits,
            Side preferred,
            OnTaken onTaken,
            Breakers breakers) {
        this(createsIn, Deletes.both(delete), accountEdits, preferred, onTaken, breakers);
    }

    /** The same, but missing counterparts are created on no other side than this, if there. */
    public Policies creatingIn(Side side) {
        Set<Side> sides = createsIn.contains(side) ? Set.of(side) : Set.of();
        return new Policies(sides, delete, accountEdits, preferred, onTaken, breakers);
    }

    /** Who wins where both sides changed one field differently. */
    public enum Conflict {
        ERP_WINS,
        CRM_WINS,
        LATEST_WINS,
        ASK;

        /** The word of the mapping language, such as {@code latest-wins}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a delete on one side does to the coupling and the other side. */
    public enum Delete {
        /** The coupling is dissolved, the other record stays as it is. */
        UNCOUPLE,
        /** The other record is deleted as well, unless it was changed meanwhile. */
        PROPAGATE,
        /** The record is created again from the other one. */
        RESTORE,
        /** A person is asked. */
        ASK
    }

    /** What happens to a field of a one-way rule that was edited on its target. */
    public enum OneWay {
        /** The source's value is written back at once, the edit goes to the audit. */
        ENFORCE,
        /** The edit stays and is listed as drift until the source changes. */
        LEAVE
    }

    /** What a record does whose match values are those of records that are coupled already. */
    public enum OnTaken {
        /** It is set aside. */
        ASK,
        /** A counterpart is created for it, as if nobody matched. */
        CREATE
    }

    /**
     * When to stop instead of going on.
     *
     * @param commands how many commands one coupling may send without an edit by a user
     * @param within the time for them
     * @param deletedShare the share of a mapping's couplings (0 to 1) that may lose a record within {@code deletedWithin}
     * @param deletedAtLeast how many may always
     * @param deletedWithin the time for that share
     */
    public record Breakers(
            int commands, Duration within, double deletedShare, int deletedAtLeast, Duration deletedWithin) {
        /** What holds where a mapping says nothing. */
        public static final Breakers DEFAULT = new Breakers(30, Duration.ofMinutes(1), 0.1, 50, Duration.ofMinutes(10));
    }

    /** What happens to an edit that was made under the integration account and is no echo. */
    public enum AccountEdits {
        /** It becomes drift. */
        IGNORE,
        /** It counts as anybody's edit. */
        FLOW
    }
}
