package io.couplet.simulation;

import java.util.List;
import java.util.function.Consumer;

/** The partitions of one topic. */
final class Topic {
    final String name;
    private final List<Log> partitions;

    Topic(String name, List<Log> partitions) {
        this.name = name;
        this.partitions = List.copyOf(partitions);
    }

    Log partition(int p) {
        return partitions.get(p);
    }

    /** Where records of a key go. */
    Log of(String key) {
        int hash = key.hashCode();
        return partitions.get(Math.floorMod(hash ^ (hash >>> 16), partitions.size()));
    }

    /** Shows each record, partition by partition. */
    void forEach(Consumer<Object> reader) {
        for (Log log : partitions) {
            for (int offset = 0; offset < log.size(); offset++) {
                reader.accept(log.record(offset));
            }
        }
    }

    List<Log> partitions() {
        return partitions;
    }
}
