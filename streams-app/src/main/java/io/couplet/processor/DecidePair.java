package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.contract.SetAside;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.pair.Open;
import io.couplet.domain.pair.PairRules;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Shared;
import io.couplet.wire.CouplingRecords;
import io.couplet.wire.OpenCouplings;
import io.couplet.wire.PairInbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The Pair: decides what each side of a coupling must become. One instance per partition. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
public final class DecidePair implements Processor<String, PairInbox, String, Object> {
    /** The name of this step. */
    public static final String STEP = "decide-pair";

    private final Setup setup;
    private final Map<String, PairRules> rules = new HashMap<>();
    private Input input;
    private Departures departures;
    private PairStates pairs;
    private DeleteBreaker breaker;
    private Expiry expiry;
    private NameKeeper names;

    /** A step that has not begun. */
    public DecidePair(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        input = new Input(context, setup.topicPrefix());
        departures = new Departures(context, STEP, setup.observer());
        pairs = new PairStates(context.getStateStore(StoreNames.PAIRS));
        breaker = new DeleteBreaker(setup, pairs);
        expiry = new Expiry(context, pairs, departures, setup.dissolvedFor());
        names = new NameKeeper(
                new CachedStates<>(context.getStateStore(StoreNames.ANSWERS)),
                context.getStateStore(StoreNames.WAITERS),
                departures);
    }

    @Override
    public void process(Record<String, PairInbox> record) {
        if (record.key() == null || record.value() == null) {
            throw new PoisonousInput("a record without key or value");
        }
        PairInbox inbox = record.value();
        if (inbox instanceof PairInbox.Known known) {
            names.learn(known.answer());
        } else if (inbox instanceof PairInbox.Told told) {
            tell(record.key(), setup.mappings().get(told.mapping()), told.message(), input.origin(record));
        }
    }

    private void tell(String coupling, Mapping mapping, PairMessage message, Origin origin) {
        PairState before = pairs.get(coupling, mapping);
        Shared shared = new Shared(names, breaker.stops(mapping, before, origin.at()));
        Outbox out = new Outbox();
        PairState after = unlessPoisonous(
                "deciding a coupling of " + mapping.name(),
                () -> rules(mapping).receive(before, origin, message, shared, out));
        if (Step.changed(before, after)) {
            pairs.put(after, mapping);
            breaker.moved(mapping, before, after);
            if (message instanceof Result result) {
                setup.observer().answered(result);
            }
        }
        expiry.spokenTo(coupling);
        for (Output output : out.outputs()) {
            deliver(output, mapping, after, origin);
        }
        show(mapping, before, after);
    }

    private PairRules rules(Mapping mapping) {
        return rules.computeIfAbsent(mapping.name(), name -> new PairRules(mapping, setup.accounts()));
    }

    private void deliver(Output output, Mapping mapping, PairState after, Origin origin) {
        if (output instanceof Output.WaitFor wish) {
            names.waitFor(wish, mapping.name(), input.partition());
        } else if (output instanceof Output.StopWaiting done) {
            names.stopWaiting(done);
        } else if (output instanceof Output.Publish) {
            departures.forward(Lane.COUPLINGS, after.id(), CouplingRecords.coupling(mapping, after, origin.at()));
        } else {
            departures.send(output, origin.at());
        }
    }

    /** What people see of it, each version of it as long as they may decide. On a re-read it is said again, also that there is nothing. */
    private void show(Mapping mapping, PairState before, PairState after) {
        boolean again = !Step.changed(before, after);
        if (!again && Open.of(before) == null && Open.of(after) == null) {
            return;
        }
        Optional<SetAside> now = OpenCouplings.of(mapping, after);
        if (again || !now.equals(OpenCouplings.of(mapping, before))) {
            @Nullable SetAside value = now.orElse(null);
            departures.forward(Lane.SET_ASIDE, after.id(), value);
        }
    }
}
