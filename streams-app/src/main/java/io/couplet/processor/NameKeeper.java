package io.couplet.processor;

import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.Output.StopWaiting;
import io.couplet.domain.message.Output.WaitFor;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.model.Name;
import io.couplet.wire.DirectoryInbox;
import io.couplet.wire.PairInbox;
import io.couplet.wire.SmallStates;
import io.couplet.wire.StateForm;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what one partition has heard of names, and who waits to hear more. Used by one processor instance. */
final class NameKeeper implements References {
    private final CachedStates<Answer> answers;
    private final KeyValueStore<String, byte[]> waiters;
    private final Departures departures;
    private final StateForm<Answer> form = SmallStates.answers();

    /** Names that this instance has subscribed to. An earlier one may have lost its subscriptions with its crash, so that they are not kept. */
    private final Set<String> subscribed = new HashSet<>();

    NameKeeper(CachedStates<Answer> answers, KeyValueStore<String, byte[]> waiters, Departures departures) {
        this.answers = answers;
        this.waiters = waiters;
        this.departures = departures;
    }

    @Override
    public @Nullable Answer lookup(Name name) {
        return answers.find(StoreNames.key(name), form);
    }

    /** Keeps an answer unless it is older than what is known, and wakes every waiter, also where nothing is new: a wake may be lost. */
    void learn(Answer answer) {
        String name = StoreNames.key(answer.name());
        @Nullable Answer known = answers.find(name, form);
        if (known == null || answer.version() >= known.version()) {
            answers.put(name, answer, form);
        }
        waitersOf(name)
                .forEach((coupling, mapping) -> departures.forward(
                        Lane.PAIR_INPUTS, coupling, new PairInbox.Told(mapping, new Wake(answer.about()))));
    }

    /**
     * Notes a waiter, and subscribes this partition if it has not done so since it started.
     *
     * @param mapping of the waiting coupling
     */
    void waitFor(WaitFor wish, String mapping, int partition) {
        String key = StoreNames.key(wish.name());
        waiters.put(key + "|" + wish.coupling(), mapping.getBytes(StandardCharsets.UTF_8));
        if (subscribed.add(key)) {
            departures.forward(
                    Lane.DIRECTORY_INPUTS,
                    wish.name().text(),
                    new DirectoryInbox.Told(wish.name().mapping(), new Subscribe(partition)));
        }
    }

    void stopWaiting(StopWaiting done) {
        waiters.delete(StoreNames.key(done.name()) + "|" + done.coupling());
    }

    private Map<String, String> waitersOf(String name) {
        Map<String, String> found = new TreeMap<>();
        String prefix = name + "|";
        try (KeyValueIterator<String, byte[]> all =
                waiters.prefixScan(prefix, Serdes.String().serializer())) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                String coupling = entry.key.substring(prefix.length());
                // A longer name may go on with the same sign; ids of couplings never hold one.
                if (coupling.indexOf('|') < 0) {
                    found.put(coupling, new String(entry.value, StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }
}
