package io.couplet.domain.directory;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.AliasGone;
import io.couplet.domain.message.DirectoryMessage.AliasSet;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.DirectoryMessage.ToAlias;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.RecordRef;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which record carries one alias. Of several couplings that state it the one with the highest row version holds, so that late and swapped
 * statements are harmless, and a retraction leaves what others stated.
 *
 * @param claims what stands of each coupling's statements
 * @param rowVersion the highest row version of any statement or retraction, -1 where there was none: it orders the answers
 * @param subscribers partitions of pair-inputs that want to know
 * @param last the last offset processed
 */
public record AliasState(SortedMap<String, Claim> claims, long rowVersion, SortedSet<Integer> subscribers, long last) {

    /**
     * What one coupling states.
     *
     * @param partner the counterpart of the record that carries the alias
     * @param rowVersion that record's row version
     * @param at the offset of the statement
     */
    public record Claim(RecordRef partner, long rowVersion, long at) {}

    /** An alias that nobody has heard of. */
    public static final AliasState UNKNOWN = new AliasState(new TreeMap<>(), -1, new TreeSet<>(), -1);

    private static final Comparator<Claim> BY_ARRIVAL = Comparator.comparingLong(Claim::at);
    private static final Comparator<Claim> BY_VERSION =
            Comparator.comparingLong(Claim::rowVersion).thenComparing(BY_ARRIVAL);

    /** Copies the collections. */
    public AliasState {
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
        subscribers = Collections.unmodifiableSortedSet(new TreeSet<>(subscribers));
    }

    /** Takes a statement or a subscription; answers subscribers always, so that a repeated one cannot be lost. */
    public AliasState receive(String mapping, String alias, ToAlias message, long offset, Outbox out) {
        return receive(mapping, alias, message, offset, Guards.ALL, out);
    }

    /** The same with some guards off. */
    public AliasState receive(String mapping, String alias, ToAlias message, long offset, Guards guards, Outbox out) {
        AliasState after = offset <= last ? this : told(message, offset);
        RecordRef partner = after.partner(guards);
        if (message instanceof Subscribe subscribe) {
            after.answer(mapping, alias, partner, subscribe.partition(), out);
        } else {
            after.subscribers.forEach(partition -> after.answer(mapping, alias, partner, partition, out));
        }
        return after;
    }

    private AliasState told(ToAlias message, long offset) {
        SortedMap<String, Claim> nowClaimed = new TreeMap<>(claims);
        SortedSet<Integer> nowSubscribed = new TreeSet<>(subscribers);
        long highest = rowVersion;
        if (message instanceof AliasSet set) {
            nowClaimed.put(set.coupling(), new Claim(set.partner(), set.rowVersion(), offset));
            highest = Math.max(highest, set.rowVersion());
        } else if (message instanceof AliasGone gone) {
            nowClaimed.remove(gone.coupling());
            highest = Math.max(highest, gone.rowVersion());
        } else if (message instanceof Subscribe subscribe) {
            nowSubscribed.add(subscribe.partition());
        }
        return new AliasState(nowClaimed, highest, nowSubscribed, offset);
    }

    /** The counterpart of the record that carries the alias, null where none does. */
    private @Nullable RecordRef partner(Guards guards) {
        return claims.values().stream()
                .max(guards.hold(Guard.ALIAS_BY_VERSION) ? BY_VERSION : BY_ARRIVAL)
                .map(Claim::partner)
                .orElse(null);
    }

    private void answer(String mapping, String alias, @Nullable RecordRef partner, int partition, Outbox out) {
        if (rowVersion >= 0) {
            out.add(new Output.ToCache(partition, new Answer(mapping, alias, partner, null, rowVersion)));
        }
    }
}
