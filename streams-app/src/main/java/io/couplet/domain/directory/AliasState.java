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
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which record carries one alias. The statement with the highest row version holds, so that late and swapped ones are harmless.
 *
 * @param coupling the coupling of the record that holds it, null where nobody does
 * @param partner the counterpart of that record, null where nobody holds it
 * @param rowVersion the row version that decided; of a statement or its retraction
 * @param subscribers partitions of pair-inputs that want to know
 * @param last the last offset processed
 */
public record AliasState(
        @Nullable String coupling,
        @Nullable RecordRef partner,
        long rowVersion,
        SortedSet<Integer> subscribers,
        long last) {

    /** An alias that nobody has heard of. */
    public static final AliasState UNKNOWN = new AliasState(null, null, -1, new TreeSet<>(), -1);

    /** Copies the set. */
    public AliasState {
        subscribers = Collections.unmodifiableSortedSet(new TreeSet<>(subscribers));
    }

    /** Takes a statement or a subscription; answers subscribers always, so that a repeated one cannot be lost. */
    public AliasState receive(String mapping, String alias, ToAlias message, long offset, Outbox out) {
        return receive(mapping, alias, message, offset, Guards.ALL, out);
    }

    /** The same with some guards off. */
    public AliasState receive(String mapping, String alias, ToAlias message, long offset, Guards guards, Outbox out) {
        AliasState after = offset <= last ? this : told(message, offset, guards);
        if (message instanceof Subscribe subscribe) {
            after.answer(mapping, alias, subscribe.partition(), out);
        } else {
            after.subscribers.forEach(partition -> after.answer(mapping, alias, partition, out));
        }
        return after;
    }

    private AliasState told(ToAlias message, long offset, Guards guards) {
        boolean ordered = guards.hold(Guard.ALIAS_BY_VERSION);
        if (message instanceof AliasSet set && (set.rowVersion() >= rowVersion || !ordered)) {
            return new AliasState(set.coupling(), set.partner(), set.rowVersion(), subscribers, offset);
        }
        if (message instanceof AliasGone gone && gone.coupling().equals(coupling) && gone.rowVersion() >= rowVersion) {
            return new AliasState(null, null, gone.rowVersion(), subscribers, offset);
        }
        SortedSet<Integer> now = new TreeSet<>(subscribers);
        if (message instanceof Subscribe subscribe) {
            now.add(subscribe.partition());
        }
        return new AliasState(coupling, partner, rowVersion, now, offset);
    }

    private void answer(String mapping, String alias, int partition, Outbox out) {
        if (rowVersion >= 0) {
            out.add(new Output.ToCache(partition, new Answer(mapping, alias, partner, null, rowVersion)));
        }
    }
}
