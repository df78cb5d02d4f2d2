package io.couplet.simulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.Name;
import io.couplet.domain.pair.Losses;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The couplings of one partition. */
final class PairTask extends Task implements References {
    private final int partition;
    private final Store<PairState> pairs = store("coupling");
    private final Map<String, Integer> mappings = new HashMap<>();
    private final List<Desk> desks = new ArrayList<>();

    /** What is known under one mapping. */
    private final class Desk {
        final Mapping mapping;
        Losses losses;
        final Store<Answer> answers = store("answer");
        /** By name and then by the coupling that waits: the mapping of the coupling. */
        final Map<String, Store<String>> waiters = new HashMap<>();
        /** Names that this partition has asked to be told of since it started. */
        final Set<String> subscribed = new HashSet<>();

        Desk(Mapping mapping) {
            this.mapping = mapping;
            losses = noLosses();
        }

        Losses noLosses() {
            return new Losses(mapping.policies().breakers(), medium.topics.partitions);
        }

        Store<String> waiters(String about) {
            return waiters.computeIfAbsent(about, name -> store("waiter"));
        }
    }

    PairTask(int partition, boolean transactional, Medium medium, Rulebook rules, Ledger ledger) {
        super(
                "pair-" + partition,
                List.of(medium.topics.pairInputs.partition(partition)),
                transactional,
                medium,
                rules,
                ledger);
        this.partition = partition;
        rules.mappings().forEach(mapping -> desks.add(new Desk(mapping)));
    }

    /** Shows each coupling with the number of its mapping. */
    void forEachPair(BiConsumer<PairState, Integer> reader) {
        pairs.forEach((coupling, state) -> reader.accept(state, requireNonNull(mappings.get(coupling))));
    }

    @Override
    public @Nullable Answer lookup(Name name) {
        return desk(name.mapping()).answers.get(name.text());
    }

    @Override
    void restart() {
        for (Desk desk : desks) {
            desk.losses = desk.noLosses();
            if (rules.hold(Guard.SUBSCRIBE_AGAIN)) {
                desk.subscribed.clear();
            }
        }
        forEachPair((pair, mapping) -> desks.get(mapping).losses.moved(PairState.unknown(pair.id()), pair));
    }

    @Override
    void process(Log input, int offset, Object record) {
        if (record instanceof Output.ToPair told) {
            tell(told, input, offset);
        } else if (record instanceof Output.ToCache known) {
            learn(known.answer(), input, offset);
        }
    }

    private void tell(Output.ToPair told, Log input, int offset) {
        int mapping = rules.number(told.mapping());
        PairState known = pairs.get(told.coupling());
        PairState before = known == null ? PairState.unknown(told.coupling()) : known;
        Origin origin = origin(input, offset);
        Losses losses = desks.get(mapping).losses;
        Shared shared = new Shared(this, losses.tooMany(before, origin.at()));
        Outbox out = new Outbox();
        PairState after = rules.pairRules(mapping).receive(before, origin, told.message(), shared, out);
        losses.moved(before, after);
        pairs.put(told.coupling(), after);
        mappings.put(told.coupling(), mapping);
        for (Output output : out.outputs()) {
            deliver(output, told.mapping(), after, origin);
        }
    }

    private void deliver(Output output, String mapping, PairState after, Origin origin) {
        if (output instanceof Output.Publish) {
            send(medium.topics.couplings.of(after.id()), new PublishedPair(desk(mapping).mapping, after, origin.at()));
        } else if (output instanceof Output.WaitFor wish) {
            waitFor(wish, mapping);
        } else if (output instanceof Output.StopWaiting done) {
            desk(done.name().mapping()).waiters(done.name().text()).put(done.coupling(), null);
        } else {
            emit(output);
        }
    }

    private void waitFor(Output.WaitFor wish, String mapping) {
        Desk desk = desk(wish.name().mapping());
        String about = wish.name().text();
        desk.waiters(about).put(wish.coupling(), mapping);
        if (desk.subscribed.add(about)) {
            emit(new Output.ToDirectory(about, wish.name().mapping(), new Subscribe(partition)));
        }
    }

    private void learn(Answer answer, Log input, int offset) {
        Desk desk = desk(answer.mapping());
        Answer known = desk.answers.get(answer.about());
        boolean current = known == null || answer.version() >= known.version() || !rules.hold(Guard.ANSWER_VERSION);
        if (current) {
            desk.answers.put(answer.about(), answer);
        }
        Store<String> waiters = desk.waiters.get(answer.about());
        if (waiters != null && (rules.hold(Guard.WAKE_ON_REPEAT) || !answer.equals(known))) {
            wake(waiters, answer.about(), input, offset);
        }
    }

    private void wake(Store<String> waiters, String about, Log input, int offset) {
        waiters.forEach((coupling, mapping) -> {
            Output.ToPair wake = new Output.ToPair(coupling, mapping, new PairMessage.Wake(about));
            if (rules.hold(Guard.WAKE_BY_MESSAGE)) {
                emit(wake);
            } else {
                tell(wake, input, offset);
            }
            if (!rules.hold(Guard.WAITERS_KEPT)) {
                waiters.put(coupling, null);
            }
        });
    }

    private Desk desk(String mapping) {
        return desks.get(rules.number(mapping));
    }
}
