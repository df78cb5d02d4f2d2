package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.contract.SetAside;
import io.couplet.domain.directory.RecordRules;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.RecordRecords;
import io.couplet.wire.StateForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the Directory knows of the records of one partition. Used by one processor instance. */
final class RecordKeeper {
    private final Setup setup;
    private final CachedStates<RecordState> states;
    private final Departures departures;
    private final Forms forms = new Forms();

    RecordKeeper(Setup setup, CachedStates<RecordState> states, Departures departures) {
        this.setup = setup;
        this.states = states;
        this.departures = departures;
    }

    private interface Rule {
        RecordState take(RecordRules rules, RecordState before, Outbox out);
    }

    /** A change; of a record of another company nothing is kept, or each company would remember the rows of all (decision 0026). */
    void change(Mapping mapping, RecordRef ref, CapturedChange change, Origin origin) {
        if (unlessPoisonous("reading a record for " + mapping.name(), () -> change.ignoredBy(mapping))
                && states.get(key(mapping, ref), forms.record(mapping, ref.side()), RecordState.UNKNOWN)
                        .unheardOf()) {
            return;
        }
        step(
                mapping,
                ref,
                origin,
                (rules, before, out) -> rules.change(before, origin, change.image(mapping), change.read(), out));
        if (!change.read()) {
            setup.observer().routed(mapping.name(), ref.side(), change.committedAt());
        }
    }

    void tell(Mapping mapping, RecordRef ref, ToRecord message, Origin origin) {
        step(mapping, ref, origin, (rules, before, out) -> rules.receive(before, origin, message, out));
    }

    private static String key(Mapping mapping, RecordRef ref) {
        return StoreNames.key(mapping.name(), ref.text());
    }

    private void step(Mapping mapping, RecordRef ref, Origin origin, Rule rule) {
        String key = key(mapping, ref);
        StateForm<RecordState> form = forms.record(mapping, ref.side());
        RecordState before = states.get(key, form, RecordState.UNKNOWN);
        Outbox out = new Outbox();
        RecordRules rules =
                new RecordRules(mapping, setup.mappings().sharing(mapping, ref), ref, setup.account(ref.side()));
        RecordState after =
                unlessPoisonous("routing a record of " + mapping.name(), () -> rule.take(rules, before, out));
        if (Step.changed(before, after)) {
            states.put(key, after, form);
        }
        for (Output output : out.outputs()) {
            if (!departures.send(output, origin.at())) {
                publish(mapping, ref, before, after, origin);
            }
        }
    }

    /** On a re-read both states are the same: then it is said again that something is set aside, or that nothing is. */
    private void publish(Mapping mapping, RecordRef ref, RecordState before, RecordState after, Origin origin) {
        String key = RecordRecords.key(mapping, ref);
        departures.forward(Lane.OWNERSHIP, key, RecordRecords.ownership(mapping, ref, after));
        Optional<SetAside> then = RecordRecords.setAside(mapping, ref, before, origin.at());
        Optional<SetAside> now = RecordRecords.setAside(mapping, ref, after, origin.at());
        if (!Step.changed(before, after) || !now.equals(then)) {
            @Nullable SetAside value = now.orElse(null);
            departures.forward(Lane.SET_ASIDE, key, value);
        }
    }
}
