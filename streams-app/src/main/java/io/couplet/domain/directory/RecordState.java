package io.couplet.domain.directory;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the Directory knows of one record under one mapping.
 *
 * @param image the newest version seen, null where none was
 * @param handedOver whether a coupling showed that version, so that no change topic need have it
 * @param owner the coupling it belongs to, null where it belongs to none
 * @param lead whether this record founded the owner
 * @param intent why it did; null unless it is the lead
 * @param partner whom it is to be coupled with: of a lead whom it wants, of another record the lead; null where nobody is known
 * @param incarnation how many couplings that it founded have let it go; part of the id of the next one that it founds
 * @param detached whether it is kept out of creation and matching until a person couples it, and again if nothing comes of that
 * @param dissolved the couplings that let it go, each with the version that was newest then: of that one and later ones this entry speaks
 * @param former the one of them that a person dissolved and that it belonged to last, null where it was deleted since, or there is none
 * @param awaits what an uncoupled record waits for
 * @param registered what it last stated at the entries of its match keys, by priority
 * @param verdicts what those entries last decided, by match key
 * @param retracted match keys that it carried before
 * @param freed whether a person said that we did not create it, although the integration account did, or another mapping's coupling made it
 * @param pendingPartner whom a person wants it coupled with as soon as it is seen, null where nobody
 * @param subscribers partitions of pair-inputs that want to know its counterpart
 * @param info what its coupling last said of itself, null where nothing
 * @param handed the version that it handed to its owner on joining, null where it never had one
 * @param outcome what became of the newest version, as far as this was decided here; {@link ChangeOutcome#PENDING} where it was handed on
 * @param last the last offset processed, by topic
 */
public record RecordState(
        @Nullable Image image,
        boolean handedOver,
        @Nullable String owner,
        boolean lead,
        @Nullable Intent intent,
        @Nullable RecordRef partner,
        int incarnation,
        boolean detached,
        SortedMap<String, Version> dissolved,
        @Nullable String former,
        Wait awaits,
        List<Registration> registered,
        SortedMap<String, Verdict> verdicts,
        SortedSet<String> retracted,
        boolean freed,
        @Nullable RecordRef pendingPartner,
        SortedSet<Integer> subscribers,
        @Nullable Info info,
        @Nullable Version handed,
        ChangeOutcome outcome,
        SortedMap<String, Long> last) {

    /** What an uncoupled record waits for. */
    public enum Wait {
        NONE,
        /** Our own account created it: its coupling will announce itself. */
        HELD,
        /** The verdict of its match key's entry. */
        MATCH,
        /** A person, since its match is ambiguous. */
        AMBIGUOUS
    }

    /**
     * A statement at a match key's entry.
     *
     * @param matchKey which entry
     * @param owned whether the record is coupled
     * @param partner whom it is about to be coupled with, null where nobody
     */
    public record Registration(
            String matchKey, boolean owned, @Nullable RecordRef partner) {}

    /** A record that nobody has heard of. */
    public static final RecordState UNKNOWN = new RecordState(
            null,
            false,
            null,
            false,
            null,
            null,
            0,
            false,
            new TreeMap<>(),
            null,
            Wait.NONE,
            List.of(),
            new TreeMap<>(),
            new TreeSet<>(),
            false,
            null,
            new TreeSet<>(),
            null,
            null,
            ChangeOutcome.PENDING,
            new TreeMap<>());

    /** Copies the collections. */
    public RecordState {
        dissolved = Collections.unmodifiableSortedMap(new TreeMap<>(dissolved));
        registered = List.copyOf(registered);
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        retracted = Collections.unmodifiableSortedSet(new TreeSet<>(retracted));
        subscribers = Collections.unmodifiableSortedSet(new TreeSet<>(subscribers));
        last = Collections.unmodifiableSortedMap(new TreeMap<>(last));
    }

    /** Whether no version of the record was seen, it belongs to nobody, and nobody wants it. */
    public boolean unheardOf() {
        return image == null && owner == null && pendingPartner == null;
    }

    /** Whether this is what the public read of {@code other} already. A captured version alone is no news: its topic has it. */
    boolean looksLike(RecordState other) {
        return Objects.equals(owner, other.owner)
                && lead == other.lead
                && intent == other.intent
                && Objects.equals(partner, other.partner)
                && incarnation == other.incarnation
                && detached == other.detached
                && dissolved.keySet().equals(other.dissolved.keySet())
                && Objects.equals(former, other.former)
                && awaits == other.awaits
                && freed == other.freed
                && Objects.equals(pendingPartner, other.pendingPartner)
                && outcome == other.outcome
                && (owner != null || !handedOver || (other.handedOver && Objects.equals(image, other.image)));
    }

    /**
     * What of this a replay must bring back: what was decided, and the newest version as far as decisions need it. A coupled record's version
     * is its coupling's business; match keys and announcements follow from the rest; offsets and subscriptions are of one run only.
     */
    public RecordState durable() {
        return new RecordState(
                owner == null && image != null ? image.durable() : null,
                false,
                owner,
                lead,
                intent,
                partner,
                incarnation,
                detached,
                durableDissolved(),
                former,
                awaits,
                List.of(),
                Collections.emptySortedMap(),
                Collections.emptySortedSet(),
                freed,
                pendingPartner,
                Collections.emptySortedSet(),
                null,
                null,
                outcome,
                Collections.emptySortedMap());
    }

    private SortedMap<String, Version> durableDissolved() {
        SortedMap<String, Version> durable = new TreeMap<>(dissolved);
        durable.replaceAll((coupling, version) -> Version.NONE);
        return durable;
    }

    /** The last offset that was processed of a topic, -1 where none was. */
    public static long lastOf(Map<String, Long> last, String topic) {
        return last.getOrDefault(topic, -1L);
    }
}
