package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.domain.directory.AliasState;
import io.couplet.domain.message.DirectoryMessage.ToAlias;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.wire.SmallStates;
import io.couplet.wire.StateForm;

/** Keeps the aliases of one partition. Used by one processor instance. */
final class AliasKeeper {
    private final CachedStates<AliasState> states;
    private final Departures departures;
    private final StateForm<AliasState> form = SmallStates.aliases();

    AliasKeeper(CachedStates<AliasState> states, Departures departures) {
        this.states = states;
        this.departures = departures;
    }

    /** Whether a name is an alias and not a record's reference. The key's value may hold anything, a reference never a '='. */
    static boolean isAlias(String name) {
        return name.indexOf('=') >= 0;
    }

    void tell(String mapping, String alias, ToAlias message, Origin origin) {
        String key = StoreNames.key(mapping, alias);
        AliasState before = states.get(key, form, AliasState.UNKNOWN);
        Outbox out = new Outbox();
        AliasState after = unlessPoisonous(
                "an alias of " + mapping, () -> before.receive(mapping, alias, message, origin.offset(), out));
        if (Step.changed(before, after)) {
            states.put(key, after, form);
        }
        out.outputs().forEach(output -> departures.send(output, origin.at()));
    }
}
