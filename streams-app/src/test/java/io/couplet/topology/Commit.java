package io.couplet.topology;

import io.couplet.contract.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * What is left of a topology when it crashes.
 *
 * @param stores the states, by store
 * @param inputs how many inputs from outside are not read again, by topic
 * @param ends how many records, those of the topology itself included, are not read again, by topic
 */
record Commit(
        Map<String, List<KeyValue<String, byte[]>>> stores, Map<String, Integer> inputs, Map<String, Integer> ends) {
    private static final int MOST_READ_AGAIN = 4;

    /** Everything up to now. */
    static Commit of(Pipes pipes) {
        Map<String, List<KeyValue<String, byte[]>>> stores = new TreeMap<>();
        pipes.driver.getAllStateStores().keySet().forEach(store -> stores.put(store, entries(pipes, store)));
        Map<String, Integer> inputs = new TreeMap<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (TopicSpec topic : Pipes.sources()) {
            inputs.put(topic.name(), pipes.inputs(topic.name()).size());
            ends.put(topic.name(), pipes.end(topic.name()));
        }
        return new Commit(stores, inputs, ends);
    }

    /**
     * States are ahead of what counts as read: some of the last changes and requests are read again. Of the topology's own topics nothing is, as
     * the driver gives what is written there to the next step at once.
     */
    static Commit behind(Pipes pipes, Random random) {
        Commit commit = of(pipes);
        List<TopicSpec> topics = new ArrayList<>();
        new TreeMap<>(Pipes.TOPICS.changes()).forEach((entity, topic) -> {
            if (!Pipes.isShown(entity)) {
                topics.add(topic);
            }
        });
        topics.add(Pipes.TOPICS.control());
        for (TopicSpec topic : topics) {
            int read = Math.max(0, pipes.end(topic.name()) - random.nextInt(MOST_READ_AGAIN + 1));
            commit.inputs.put(topic.name(), read);
            commit.ends.put(topic.name(), read);
        }
        return commit;
    }

    private static List<KeyValue<String, byte[]>> entries(Pipes pipes, String store) {
        List<KeyValue<String, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = pipes.store(store).all()) {
            all.forEachRemaining(entries::add);
        }
        return entries;
    }

    /** Puts the states into a topology in place of its own. */
    void restore(Pipes pipes) {
        stores.forEach((store, states) -> {
            entries(pipes, store).forEach(entry -> pipes.store(store).delete(entry.key));
            states.forEach(entry -> pipes.store(store).put(entry.key, entry.value));
        });
    }

    /** How many inputs from outside are not read again. */
    int inputs(TopicSpec topic) {
        return inputs.getOrDefault(topic.name(), 0);
    }

    /** The offset from which a topic is read again. */
    int end(TopicSpec topic) {
        return ends.getOrDefault(topic.name(), 0);
    }
}
