package io.couplet.simulation;

import java.util.ArrayDeque;

/** What a part has written to one log and the broker has not taken yet. */
final class Outgoing {
    private record Written(Object record, long time) {}

    private final Log to;
    private final ArrayDeque<Written> records = new ArrayDeque<>();

    Outgoing(Log to) {
        this.to = to;
    }

    /** The log it is for, such as {@code pair-inputs-0}. */
    String log() {
        return to.toString();
    }

    void add(Object record, long time) {
        records.add(new Written(record, time));
    }

    /** The first so many are taken. */
    void flush(int count) {
        for (int i = 0; i < count; i++) {
            Written next = records.remove();
            to.add(next.record(), next.time());
        }
    }

    void clear() {
        records.clear();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }
}
