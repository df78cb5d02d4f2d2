package io.couplet.domain.pair;

import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
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
 * @param refused records that did not join
 * @param needs names of records that it needs to know and does not, with the mapping under which they are coupled
 * @param parked whether it cannot go on without one of them
 * @param waits names for which its partition keeps a wake-up entry, with their mapping; includes all of {@code needs}
 * @param question what a person must decide, null where nothing
 * @param aliases all aliases that its ERP record ever had
 * @param drift rules whose difference is known and on purpose not synchronized
 * @param dying why it will be dissolved as soon as what is in flight is answered, null where it will not
 * @param dead why it is dissolved, null where it is not
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
        SortedSet<RecordRef> refused,
        SortedMap<String, String> needs,
        boolean parked,
        SortedMap<String, String> waits,
        @Nullable String question,
        SortedSet<String> aliases,
        SortedSet<String> drift,
        @Nullable ReleaseReason dying,
        @Nullable ReleaseReason dead,
        long toErp,
        long toCrm,
        long last) {

    /** Copies the collections. */
    public PairState {
        refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
        waits = Collections.unmodifiableSortedMap(new TreeMap<>(waits));
        aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
        drift = Collections.unmodifiableSortedSet(new TreeSet<>(drift));
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
                new TreeSet<>(),
                new TreeMap<>(),
                false,
                new TreeMap<>(),
                null,
                new TreeSet<>(),
                new TreeSet<>(),
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
}
