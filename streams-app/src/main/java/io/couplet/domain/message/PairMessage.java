package io.couplet.domain.message;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a coupling can be told. */
public sealed interface PairMessage {

    /** Why a coupling was founded. */
    enum Intent {
        CREATE,
        COUPLE
    }

    /** What became of a command, definitively. */
    enum CommandOutcome {
        APPLIED,
        STALE,
        EXISTS,
        NOT_FOUND,
        REJECTED
    }

    /** Why a record does not join a coupling. */
    enum Refusal {
        /** It belongs to another one. */
        TAKEN,
        /** Its own coupling is about to announce itself. */
        BUSY,
        /** Nobody has seen it, or it is gone. */
        UNKNOWN,
        /** It was let go by this coupling, or belongs to another one although this one counts on it. */
        LOST
    }

    /**
     * The Directory of a record says that the record belongs to this coupling.
     *
     * @param ref the record
     * @param image its newest version
     * @param lead whether it founded the coupling
     * @param intent why it did, null unless it is the lead
     * @param partner whom it wants, null unless it founded the coupling to couple
     * @param leadRef the founding record as far as the sender knows it
     * @param handsOver whether it is for the coupling now to say what becomes of that version; otherwise it was handed over before
     * @param former the coupling that a person dissolved and that it belonged to last, null where it was deleted since, or there is none
     */
    record Own(
            RecordRef ref,
            Image image,
            boolean lead,
            @Nullable Intent intent,
            @Nullable RecordRef partner,
            @Nullable RecordRef leadRef,
            boolean handsOver,
            @Nullable String former)
            implements PairMessage {}

    /**
     * A new version of a record that belongs to this coupling.
     *
     * @param ref the record
     * @param image the version, possibly not newer than what is known
     */
    record Changed(RecordRef ref, Image image) implements PairMessage {}

    /**
     * The answer to a command.
     *
     * @param command the command itself, so that the answer means the same to a coupling that has forgotten it
     * @param outcome what became of it
     * @param row the row as stored, null where there is none
     * @param reason the target's own words where it refused
     * @param appliedAt when the target had committed
     */
    record Result(
            Command command,
            CommandOutcome outcome,
            @Nullable StoredRow row,
            @Nullable String reason,
            Instant appliedAt)
            implements PairMessage {}

    /**
     * Something this coupling waits for may have become known.
     *
     * @param about what
     */
    record Wake(String about) implements PairMessage {}

    /**
     * The Directory of a record says that it does not belong to this coupling.
     *
     * @param ref the record
     * @param why the reason
     */
    record NoPartner(RecordRef ref, Refusal why) implements PairMessage {}

    /**
     * A new coupling of the same two records asks what they agreed on last.
     *
     * @param heir the new coupling
     */
    record Inherit(String heir) implements PairMessage {}

    /**
     * What two records agreed on last, as stored in each system.
     *
     * @param former the coupling that they agreed under
     * @param erp the ERP's values by rule; empty where nothing holds any more
     * @param crm the CRM's values of the same rules
     * @param erpVersion the ERP record's version then
     * @param crmVersion the CRM record's version then
     */
    record Inheritance(
            String former,
            SortedMap<String, Value> erp,
            SortedMap<String, Value> crm,
            Version erpVersion,
            Version crmVersion)
            implements PairMessage {
        /** Copies the maps. */
        public Inheritance {
            erp = Collections.unmodifiableSortedMap(new TreeMap<>(erp));
            crm = Collections.unmodifiableSortedMap(new TreeMap<>(crm));
        }
    }

    /**
     * A person dissolves the coupling.
     *
     * @param by who
     */
    record Uncouple(String by) implements PairMessage {}

    /**
     * A person wants it to go on: to try again what was rejected, to go on after it was stopped, to carry out a delete that was held back.
     *
     * @param by who
     */
    record Retry(String by) implements PairMessage {}

    /**
     * A person decides what the coupling cannot or must not decide by itself: conflicts, drift, a delete.
     *
     * @param by who
     * @param take the side whose values hold; of a delete, the side whose state holds
     * @param rules the names of the rules concerned; none for everything that is open
     * @param erp the ERP's row version that the person saw, null where it does not matter
     * @param crm the CRM's row version that the person saw, null where it does not matter
     */
    record Resolve(
            String by,
            Side take,
            Set<String> rules,
            @Nullable Long erp,
            @Nullable Long crm) implements PairMessage {
        /** Copies the set. */
        public Resolve {
            rules = Set.copyOf(rules);
        }
    }
}
