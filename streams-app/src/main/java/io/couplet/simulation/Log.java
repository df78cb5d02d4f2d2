package io.couplet.simulation;

import java.util.Arrays;

/** One partition of a topic: grows, keeps its order, and gives each record its offset and time. */
final class Log {
    final String topic;
    final int partition;
    final int id;
    private Object[] records = new Object[16];
    private long[] times = new long[16];
    private int size;

    /**
     * An empty log.
     *
     * @param id its number among all logs of the world
     */
    Log(String topic, int partition, int id) {
        this.topic = topic;
        this.partition = partition;
        this.id = id;
    }

    void add(Object record, long time) {
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        records[size] = record;
        times[size++] = time;
    }

    int size() {
        return size;
    }

    Object record(int offset) {
        return records[offset];
    }

    /** When a record was written, in milliseconds since the world began. */
    long time(int offset) {
        return times[offset];
    }

    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
