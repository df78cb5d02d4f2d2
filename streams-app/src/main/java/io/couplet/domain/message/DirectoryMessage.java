package io.couplet.domain.message;

import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import org.jspecify.annotations.Nullable;

/** What the Directory can be told about a record, a match key or an alias, besides changes. */
public sealed interface DirectoryMessage {

    /** What a record's Directory entry is told. */
    sealed interface ToRecord extends DirectoryMessage {}

    /** What a match key's entry is told. */
    sealed interface ToMatchKey extends DirectoryMessage {}

    /** What an alias's entry is told. */
    sealed interface ToAlias extends DirectoryMessage {}

    /** What a match key's entry decides for one record. */
    enum Judgement {
        /** Nobody on the other side: go on and create. */
        CREATE,
        /** Exactly one on each side, both free. */
        COUPLE,
        /** Somebody on the other side, but coupled already. */
        TAKEN,
        /** Anything else: a person must decide. */
        AMBIGUOUS
    }

    /** Why a coupling lets a record go. */
    enum ReleaseReason {
        UNCOUPLED,
        DELETED,
        /** It found no place, and may look for another one. */
        REFUSED,
        /** It belongs elsewhere by now, although a counterpart was created for it: neither may get a second one by itself. */
        TAKEN
    }

    /**
     * A match key's entry decided.
     *
     * @param matchKey which one; of no concern where the record carries another one by now
     * @param judgement what
     * @param partner whom, null unless {@link Judgement#COUPLE}
     */
    record Verdict(
            String matchKey, Judgement judgement, @Nullable RecordRef partner) implements ToRecord {}

    /**
     * A coupling wants this record for its lead.
     *
     * @param coupling the coupling
     * @param lead its founding record
     */
    record ClaimFor(String coupling, RecordRef lead) implements ToRecord {}

    /**
     * A person couples this record.
     *
     * @param partner with whom
     * @param by who
     */
    record Couple(RecordRef partner, String by) implements ToRecord {}

    /**
     * A person dissolves this record's coupling.
     *
     * @param by who
     * @param coupling the coupling that is meant; any other one is spared. Null where whichever it is, is meant
     */
    record UncoupleRecord(String by, @Nullable String coupling) implements ToRecord {}

    /**
     * A person says that a held record is not one that we created: it was typed in under the integration account.
     *
     * @param by who
     */
    record ReleaseHeld(String by) implements ToRecord {}

    /**
     * A person wants the missing counterpart of this record created, whatever the mapping does by itself.
     *
     * @param by who
     * @param incarnation how many couplings that it founded had let it go when the person looked: a request that is read again after a
     *     counterpart came and went does not create another one
     */
    record CreateCounterpart(String by, int incarnation) implements ToRecord {}

    /**
     * Another mapping's coupling made this record, so that none of this one's is under way for it.
     *
     * @param coupling the coupling that made it
     */
    record MadeFor(String coupling) implements ToRecord {}

    /**
     * A coupling announces itself to one of its records.
     *
     * @param coupling the coupling
     * @param partner the other record, null while there is none
     * @param wanted the record it wants for its empty place, null where that is filled or to be created
     * @param businessKey the business key of the ERP record of the two, null where it has none
     * @param version orders these announcements
     */
    record Info(
            String coupling,
            @Nullable RecordRef partner,
            @Nullable RecordRef wanted,
            @Nullable String businessKey,
            long version)
            implements ToRecord {
        /** The version of an announcement is smaller than 2 to this power. */
        public static final int VERSION_BITS = 52;
    }

    /**
     * A coupling lets this record go.
     *
     * @param coupling the coupling
     * @param why the reason
     * @param image the newest version that it knows, null where it knows none; capture may not have shown it, where our own writes are
     *     left out
     * @param ends whether the coupling comes to its end by this, which it does once unless a crash makes it forget; not where a record is
     *     merely turned away
     * @param version the captured version that the coupling leaves without saying what became of it, null where there is none: only the
     *     Directory knows whether it is still the newest
     */
    record Release(
            String coupling,
            ReleaseReason why,
            @Nullable Image image,
            boolean ends,
            @Nullable Version version) implements ToRecord {}

    /**
     * A coupling tells a record what our own write made of it, since capture may leave that out and other records look for it by its values.
     *
     * @param coupling the coupling
     * @param image the row as stored
     */
    record Written(String coupling, Image image) implements ToRecord {}

    /**
     * A partition of pair-inputs wants to know what this name stands for, now and whenever that changes.
     *
     * @param partition which one
     */
    record Subscribe(int partition) implements ToRecord, ToAlias {}

    /**
     * A record states that it carries this match key.
     *
     * @param ref the record
     * @param owned whether it is coupled
     * @param partner the record that it is about to be coupled with, which is therefore not ambiguous; null where none
     */
    record Register(RecordRef ref, boolean owned, @Nullable RecordRef partner) implements ToMatchKey {}

    /**
     * A record states that it does not carry this match key (any more).
     *
     * @param ref the record
     */
    record Unregister(RecordRef ref) implements ToMatchKey {}

    /**
     * One partition of a change topic holds no more of a side's snapshot: all it held is registered.
     *
     * @param side whose snapshot
     * @param sourcePartition which partition
     */
    record SnapshotMarker(Side side, int sourcePartition) implements DirectoryMessage {}

    /**
     * A coupling states that this alias names its ERP record.
     *
     * @param coupling the coupling
     * @param holder the ERP record
     * @param partner its counterpart
     * @param rowVersion the row version that carries the alias: the highest one holds it (row versions are database-wide)
     */
    record AliasSet(String coupling, RecordRef holder, RecordRef partner, long rowVersion) implements ToAlias {}

    /**
     * A coupling states that this alias does not name its ERP record any more.
     *
     * @param coupling the coupling
     * @param rowVersion the row version that does not carry it
     */
    record AliasGone(String coupling, long rowVersion) implements ToAlias {}
}
