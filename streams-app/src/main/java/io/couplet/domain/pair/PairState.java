package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a coupling knows.
 *
 * @param id its id
 * @param erp its ERP side
 * @param crm its CRM side
 * @param lead the record that founded it, null where that has not been heard
 * @param wanted the record it wants for its empty place, null where nobody
 * @param create whether its empty place is to be filled by creating a record
 * @param lives how often a deleted record was to be created again; part of the ids of what it creates
 * @param refused records that did not join
 * @param letGo records that it let go without ending, with the captured version of each of which nobody had said what became of it;
 *     {@link Version#NONE} where there was none
 * @param needs names of records that it needs to know and does not
 * @param parked whether it cannot go on without one of them
 * @param waits names for which its partition keeps a wake-up entry; includes all of {@code needs}
 * @param question what a person must decide, null where nothing
 * @param chosen the side that a person chose, by rule; under {@link #WHOLE} for the record itself
 * @param agreedToDelete whether a person agreed to a delete that was held back
 * @param aliases all aliases that its ERP record ever had
 * @param drift rules whose difference is known and on purpose not synchronized, with the side that went its own way
 * @param volley what it sent since a user's last edit
 * @param openSince since when it is shown to people for the reason that it is, null where it is not ({@link Open})
 * @param dying why it will be dissolved as soon as what is in flight is answered, null where it will not
 * @param dead why it is dissolved, null where it is not
 * @param endedAt when it was dissolved, null where it is not
 * @param toErp how many commands the ERP has carried out for it
 * @param toCrm how many commands the CRM has carried out for it
 * @param last the last offset processed
 */
public record PairState(
        String id,
        SideState erp,
        SideState crm,
        @Nullable RecordRef lead,
        @Nullable RecordRef wanted,
        boolean create,
        int lives,
        SortedSet<RecordRef> refused,
        SortedMap<RecordRef, Version> letGo,
        SortedSet<Name> needs,
        boolean parked,
        SortedSet<Name> waits,
        @Nullable Question question,
        SortedMap<String, Side> chosen,
        boolean agreedToDelete,
        SortedSet<String> aliases,
        SortedMap<String, Side> drift,
        Volley volley,
        @Nullable Instant openSince,
        @Nullable ReleaseReason dying,
        @Nullable ReleaseReason dead,
        @Nullable Instant endedAt,
        long toErp,
        long toCrm,
        long last) {

    /** Stands for the record itself where a rule is named. */
    public static final String WHOLE = "*";

    /** Copies the collections. */
    public PairState {
        refused = frozen(refused);
        letGo = frozen(letGo);
        needs = frozen(needs);
        waits = frozen(waits);
        chosen = frozen(chosen);
        aliases = frozen(aliases);
        drift = frozen(drift);
    }

    private static <T> SortedSet<T> frozen(SortedSet<T> set) {
        return set.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }

    private static <K, T> SortedMap<K, T> frozen(SortedMap<K, T> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** A coupling that nobody has heard of. */
    public static PairState unknown(String id) {
        return new PairState(
                id,
                SideState.EMPTY,
                SideState.EMPTY,
                null,
                null,
                false,
                0,
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Collections.emptySortedSet(),
                false,
                Collections.emptySortedSet(),
                null,
                Collections.emptySortedMap(),
                false,
                Collections.emptySortedSet(),
                Collections.emptySortedMap(),
                Volley.NONE,
                null,
                null,
                null,
                null,
                0,
                0,
                -1);
    }

    /** One of its sides. */
    public SideState side(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    /** Whether a command was sent and not answered. */
    boolean inFlight() {
        return erp.inFlight() != null || crm.inFlight() != null;
    }

    /** Since when a side shows a value that differs from the base, null where it does not differ. */
    public @Nullable Instant differsSince(Rule rule, Side where) {
        SideState side = side(where);
        Image image = side.image();
        if (image == null) {
            return null;
        }
        Value base = side.base().get(rule.index());
        boolean agreed = base != null && side(where.other()).base().get(rule.index()) != null;
        if (agreed && image.fields().get(rule.field(where)).equals(base)) {
            return null;
        }
        Instant since = side.changedAt().get(rule.index());
        return since == null ? Instant.EPOCH : since;
    }

    /**
     * What of this a replay must bring back: everything that was decided and what both sides look like. Commands in flight, waits,
     * offsets and what was counted are of one run only; aliases follow from the rest.
     */
    public PairState durable(Mapping mapping) {
        SortedMap<RecordRef, Version> durablyLetGo = new TreeMap<>(letGo);
        durablyLetGo.replaceAll((ref, unsaid) -> Version.NONE);
        return new PairState(
                id,
                durable(mapping, Side.ERP),
                durable(mapping, Side.CRM),
                lead,
                wanted,
                create,
                lives,
                refused,
                durablyLetGo,
                needs,
                parked,
                Collections.emptySortedSet(),
                question,
                chosen,
                agreedToDelete,
                Collections.emptySortedSet(),
                drift,
                volley,
                openSince,
                dying,
                dead,
                endedAt,
                toErp,
                toCrm,
                -1);
    }

    private SideState durable(Mapping mapping, Side where) {
        if (dead != null) {
            return side(where).durableEnd();
        }
        PerRule<Instant> since = PerRule.none();
        for (Rule rule : mapping.rules()) {
            Instant at = differsSince(rule, where);
            since = at == null ? since : since.with(rule.index(), at);
        }
        return side(where).durable(since);
    }
}
