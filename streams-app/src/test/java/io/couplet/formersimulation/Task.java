package io.couplet.formersimulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A task of the stream processor under at_least_once: on a crash each key's state falls back to any value it had since the last commit, what was
 * not flushed to an output partition is lost, and inputs are read again from the last commit. Each of the three independently.
 */
abstract class Task {
    private final Random random;
    private final List<Log<?>> inputs;
    private final Map<Log<?>, Integer> positions = new HashMap<>();
    private final Map<Log<?>, Integer> committed = new HashMap<>();
    private final Map<String, Object> store = new HashMap<>();
    private final Map<String, List<Object>> sinceCommit = new HashMap<>();
    private final Map<Log<Object>, Deque<Object>> pending = new LinkedHashMap<>();
    private static final Object ABSENT = new Object();

    Task(Random random, List<Log<?>> inputs) {
        this.random = random;
        this.inputs = inputs;
    }

    abstract void process(Log<?> input, int offset, Object record);

    /** Processes one input, if there is one. */
    boolean work() {
        List<Log<?>> ready = inputs.stream()
                .filter(log -> position(log) < log.records.size())
                .toList();
        if (ready.isEmpty()) {
            return false;
        }
        Log<?> input = ready.get(random.nextInt(ready.size()));
        int offset = position(input);
        positions.put(input, offset + 1);
        process(input, offset, input.records.get(offset));
        return true;
    }

    boolean idle() {
        return pending.values().stream().allMatch(Deque::isEmpty)
                && inputs.stream().allMatch(log -> position(log) == log.records.size());
    }

    void flushSome() {
        for (Map.Entry<Log<Object>, Deque<Object>> output : pending.entrySet()) {
            int count = random.nextInt(output.getValue().size() + 1);
            for (int i = 0; i < count; i++) {
                output.getKey().records.add(output.getValue().remove());
            }
        }
    }

    void commit() {
        pending.forEach((log, records) -> log.records.addAll(records));
        pending.clear();
        sinceCommit.clear();
        committed.putAll(positions);
    }

    void crash() {
        pending.clear();
        positions.clear();
        positions.putAll(committed);
        sinceCommit.forEach((key, values) -> {
            Object value = values.get(random.nextInt(values.size()));
            if (value == ABSENT) {
                store.remove(key);
            } else {
                store.put(key, value);
            }
        });
        sinceCommit.clear();
    }

    <T> @Nullable T get(String key, Class<T> type) {
        Object value = store.get(key);
        return value == null ? null : type.cast(value);
    }

    void put(String key, Object value) {
        sinceCommit
                .computeIfAbsent(key, k -> new ArrayList<>(List.of(store.getOrDefault(k, ABSENT))))
                .add(value);
        store.put(key, value);
    }

    void remove(String key) {
        sinceCommit
                .computeIfAbsent(key, k -> new ArrayList<>(List.of(store.getOrDefault(k, ABSENT))))
                .add(ABSENT);
        store.remove(key);
    }

    List<String> keys(String prefix) {
        return store.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked") // a log's records are of one type by construction
    void send(Log<?> log, Object record) {
        pending.computeIfAbsent((Log<Object>) log, l -> new ArrayDeque<>()).add(record);
    }

    private int position(Log<?> log) {
        return positions.getOrDefault(log, 0);
    }
}
