package io.couplet.simulation;

import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All topics of a world, and the journals of its two systems. */
final class Topics {
    final int partitions;
    final Topic directoryInputs;
    final Topic pairInputs;
    final Topic control;
    final Topic audit;
    final Topic couplings;
    final Topic ownership;
    private final Map<Table, Topic> changes = new EnumMap<>(Table.class);
    private final Map<Side, Topic> commands = new EnumMap<>(Side.class);
    private final Map<Side, Topic> journals = new EnumMap<>(Side.class);
    private int logs;

    Topics(int partitions, Set<Table> tables) {
        this.partitions = partitions;
        tables.forEach(table -> changes.put(table, topic(table.entity(), partitions)));
        directoryInputs = topic("directory-inputs", partitions);
        pairInputs = topic("pair-inputs", partitions);
        control = topic("control", partitions);
        audit = topic("audit", partitions);
        couplings = topic("couplings", partitions);
        ownership = topic("ownership", partitions);
        for (Side side : Side.values()) {
            commands.put(side, topic(side.word() + ".commands", partitions));
            journals.put(side, topic(side.word() + ".journal", 1));
        }
    }

    /** How many logs there are. */
    int logs() {
        return logs;
    }

    Topic changes(Table table) {
        return Objects.requireNonNull(changes.get(table));
    }

    /** Every change topic's partition of that number. */
    List<Log> changes(int partition) {
        return changes.values().stream()
                .map(topic -> topic.partition(partition))
                .toList();
    }

    Topic commands(Side side) {
        return Objects.requireNonNull(commands.get(side));
    }

    /** What a system has stored, in its order; capture reads it. */
    Log journal(Side side) {
        return Objects.requireNonNull(journals.get(side)).partition(0);
    }

    private Topic topic(String name, int partitions) {
        List<Log> made = new ArrayList<>(partitions);
        for (int p = 0; p < partitions; p++) {
            made.add(new Log(name, p, logs++));
        }
        return new Topic(name, made);
    }
}
